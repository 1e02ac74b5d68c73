/** The list of a person's chats. */

import { byId, el, paintAvatar } from "./dom.js";
import { number, time } from "./format.js";
import { summary } from "./messages.js";
import { texts } from "./texts.js";

/** The number that decides the colour of a chat's avatar: the same for the bot, whoever looks. */
export const colourOf = (chat) => (chat.type === "private" ? 1 : chat.id);

/** Wires the list; `open` is called with the id of the chat picked. */
export function wireChatList(open) {
  // Rows are kept and refilled, so that neither a click nor the focus is lost when news come in.
  const rows = new Map();

  const rowOf = (chat) => {
    if (!rows.has(chat.id)) {
      const button = el("button", { type: "button", class: "chat-row", onclick: () => open(chat.id) });
      rows.set(chat.id, el("li", {}, button));
    }
    return rows.get(chat.id);
  };

  return {
    /** Shows the chats, those with the newest messages first. */
    render(chats, current, unread) {
      const sorted = [...chats].sort((one, other) => other.revision - one.revision);
      const wanted = sorted.map((chat) => {
        const row = rowOf(chat);
        fill(row.firstElementChild, chat, chat.id === current, unread.get(chat.id) ?? 0);
        return row;
      });
      const list = byId("chats");
      if (wanted.length === list.children.length && wanted.every((row, at) => row === list.children[at])) return;
      const focused = document.activeElement;
      list.replaceChildren(...wanted);
      if (list.contains(focused)) focused.focus();
    },
    /** Forgets the rows, when another person looks. */
    clear: () => rows.clear(),
  };
}

function fill(button, chat, current, unread) {
  const avatar = el("span", { class: "avatar", "aria-hidden": "true" });
  paintAvatar(avatar, chat.title, colourOf(chat));
  if (current) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  button.replaceChildren(
    avatar,
    el("span", { class: "chat-name", dir: "auto" }, chat.title),
    chat.last ? el("time", { class: "chat-time" }, time(chat.last.date)) : "",
    el("span", { class: "chat-last", dir: "auto" }, summary(chat.last)),
    unread ? el("span", { class: "badge", "aria-label": texts.unread(number(unread)) }, number(unread)) : "",
  );
}
