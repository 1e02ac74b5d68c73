/** Bubbles: one message each, with its files, buttons and time. */

import { fileUrl } from "./api.js";
import { byId, el, icon } from "./dom.js";
import { date, number, size, time } from "./format.js";
import { follow, textNodes } from "./text.js";
import { texts } from "./texts.js";

/** The name under which a message's sender is shown. */
export const nameOf = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

/** What a chat list shows of a message. */
export function summary(message) {
  if (!message) return texts.noMessage;
  const service = serviceText(message);
  if (service) return service;
  if (message.text || message.caption) return message.text ?? message.caption;
  return texts[["photo", "document", "voice", "video", "audio", "location", "contact"].find((kind) => message[kind])] ?? "";
}

/** A line between messages of different days. */
export const dayLine = (message) => el("div", { class: "day" }, el("span", {}, date(message.date)));

export const sameDay = (one, other) => one && other && date(one.date) === date(other.date);

/** The element of a message; `actions` says what pressing, editing and following do. */
export function bubble(message, { me, group, follows }, actions) {
  const service = serviceText(message);
  if (service) return el("div", { class: "service", "data-id": message.message_id }, el("span", { dir: "auto" }, service));
  const own = message.from.id === me;
  const text = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  const classes = ["row", own ? "own" : "other", follows ? "follows" : "", message.photo ? "has-photo" : ""];
  const body = el(
    "div",
    { class: "bubble" },
    group && !own && !follows && el("div", { class: "sender", "data-colour": message.from.id % 7 }, nameOf(message.from)),
    message.reply_to_message && quote(message.reply_to_message),
    message.photo && photo(message),
    message.document && file(message.document),
    message.voice && el("audio", { controls: true, preload: "none", src: fileUrl(message.voice.file_id) }),
    message.audio && el("audio", { controls: true, preload: "none", src: fileUrl(message.audio.file_id) }),
    message.video && file(message.video),
    message.location && place(message.location),
    message.contact && contact(message.contact),
    text && el("div", { class: "text", dir: "auto" }, textNodes(text, entities, actions)),
    meta(message, own, actions),
  );
  const keys = message.reply_markup?.inline_keyboard;
  return el(
    "article",
    { class: classes.filter(Boolean).join(" "), "data-id": message.message_id, "aria-label": label(message, own) },
    el("div", { class: "column" }, body, keys && inlineKeyboard(message, keys, actions)),
  );
}

function label(message, own) {
  return `${own ? texts.you : nameOf(message.from)}، ${time(message.date)}`;
}

function meta(message, own, actions) {
  const editable = own && (message.text || message.caption);
  return el(
    "div",
    { class: "meta" },
    message.edit_date && el("span", {}, texts.edited),
    el("time", { datetime: new Date(message.date * 1000).toISOString() }, time(message.date)),
    editable &&
      el("button", { type: "button", class: "edit", "aria-label": texts.edit, title: texts.edit, onclick: () => actions.edit(message) }, icon("edit")),
  );
}

function quote(message) {
  return el("div", { class: "quote" }, el("strong", {}, nameOf(message.from)), el("span", { dir: "auto" }, summary(message)));
}

function photo(message) {
  const best = message.photo.at(-1);
  const source = fileUrl(best.file_id);
  const caption = message.caption ?? "";
  const image = el("img", { src: source, alt: caption || texts.photo, width: best.width, height: best.height, loading: "lazy" });
  const open = () => {
    byId("picture-image").src = source;
    byId("picture-image").alt = caption || texts.photo;
    byId("picture-caption").textContent = caption;
    byId("picture").showModal();
  };
  return el("button", { type: "button", class: "photo", "aria-label": texts.enlarge, onclick: open }, image);
}

function file(document) {
  const name = document.file_name ?? texts.document;
  return el(
    "a",
    { class: "file", href: fileUrl(document.file_id), download: name, "aria-label": texts.download(name) },
    el("span", { class: "file-icon" }, icon("download")),
    el("span", { class: "file-name", dir: "auto" }, name),
    el("span", { class: "file-size" }, size(document.file_size ?? 0)),
  );
}

function place({ latitude, longitude }) {
  const degrees = [latitude, longitude].map((value) => value.toFixed(5)).join(", ");
  return el("div", { class: "place" }, icon("pin"), el("span", {}, texts.location), el("bdi", { dir: "ltr" }, degrees));
}

function contact({ first_name: name, phone_number: phone }) {
  return el("div", { class: "place" }, icon("group"), el("span", {}, name), el("bdi", { dir: "ltr" }, phone));
}

function inlineKeyboard(message, rows, actions) {
  const key = (button) => {
    if (button.url) {
      const attributes = { class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer" };
      const onclick = (event) => follow(event, button.url, actions);
      return el("a", { ...attributes, onclick }, el("span", { dir: "auto" }, button.text), icon("link"));
    }
    const press = (event) => actions.press(message, button, event.currentTarget);
    return el("button", { type: "button", class: "key", onclick: press }, el("span", { dir: "auto" }, button.text));
  };
  return el("div", { class: "keys" }, rows.map((row) => el("div", { class: "keys-row" }, row.map(key))));
}

function serviceText(message) {
  const sender = nameOf(message.from);
  if (message.new_chat_members) return message.new_chat_members.map((who) => texts.joined(sender, nameOf(who))).join("\n");
  if (message.left_chat_member) return texts.left(nameOf(message.left_chat_member));
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return texts.migrated;
  if (message.pinned_message) return texts.pinned;
  return "";
}

/** «۳ عضو» */
export const memberCount = (chat) => texts.members(number(Object.keys(chat.members).length + (present(chat.bot) ? 1 : 0)));

const present = (status) => status !== "left" && status !== "kicked";
