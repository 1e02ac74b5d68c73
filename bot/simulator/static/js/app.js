/** The chat page: who one is, which chat is open, and what arrives while one looks. */

import * as api from "./api.js";
import { colourOf, wireChatList } from "./chatlist.js";
import { wireComposer } from "./composer.js";
import { alertBox, byId, el, paintAvatar, toast } from "./dom.js";
import { bubble, dayLine, memberCount, sameDay } from "./messages.js";
import { wireDialogs, wireGroups, wirePeople } from "./people.js";
import { texts } from "./texts.js";

const TYPING_MS = 5000;

const now = { bot: null, person: null, chat: null, messages: [], chats: [], unread: new Map(), stream: null, typing: 0, turn: 0 };
const pressed = new Map();

const composer = wireComposer(() => ({ user: now.person.id, chat: now.chat.id }));
const openPeople = wirePeople((person) => become(person));
wireGroups(
  () => now.person.id,
  async (chat) => {
    await loadChats();
    await openChat(chat.id);
  },
);
wireDialogs();

const chatList = wireChatList((id) => guarded(() => openChat(id)));

const actions = {
  say: (text) => guarded(() => api.act("say", now.person.id, now.chat.id, { text })),
  edit: (message) => composer.edit(message),
  start: (payload) =>
    guarded(async () => {
      await openChat(now.person.id);
      await api.act("say", now.person.id, now.person.id, { text: `/start ${payload}`.trim() });
    }),
  deepLink,
  async press(message, button, key) {
    key.classList.add("waiting");
    setTimeout(() => key.classList.remove("waiting"), 15000);
    await guarded(async () => {
      const made = await api.act("press", now.person.id, now.chat.id, {
        message: message.message_id,
        button: button.callback_data ?? button.text,
      });
      pressed.set(made.callback, key);
    });
  },
};

async function guarded(act) {
  try {
    return await act();
  } catch {
    toast(texts.failed);
    return null;
  }
}

/** The payload of a link to our own bot, or null for any other link. */
function deepLink(url) {
  const match = /^https?:\/\/(?:t\.me|telegram\.me|ble\.ir)\/([^/?]+)(?:\?start=([\w-]*))?$/i.exec(url);
  if (!match || match[1].toLowerCase() !== now.bot.username.toLowerCase()) return null;
  return match[2] ?? "";
}

// Who one is

async function become(person, chat = 0) {
  now.person = person;
  now.turn += 1;
  now.chat = null;
  chatList.clear();
  now.unread.clear();
  byId("identity-name").textContent = person.name;
  byId("identity-role").textContent = person.role || texts.noRole;
  paintAvatar(byId("identity-avatar"), person.name, person.id);
  document.body.classList.remove("in-chat");
  listen();
  await loadChats();
  const wide = matchMedia("(min-width: 760px)").matches;
  const wanted = now.chats.some((one) => one.id === chat) ? chat : wide ? person.id : 0;
  if (wanted) await openChat(wanted);
  else render();
  remember();
}

function remember() {
  const place = new URLSearchParams({ user: now.person.id, ...(now.chat ? { chat: now.chat.id } : {}) });
  history.replaceState(null, "", `#${place}`);
}

// The list of chats

async function loadChats() {
  now.chats = await api.chats(now.person.id);
  renderChats();
}

const renderChats = () => chatList.render(now.chats, now.chat?.id, now.unread);

// The open chat

async function openChat(id) {
  const turn = (now.turn += 1);
  const page = await api.messages(id);
  if (turn !== now.turn) return; // another chat was opened meanwhile
  now.chat = page.chat;
  now.messages = page.messages;
  now.unread.delete(id);
  document.body.classList.add("in-chat");
  composer.reset();
  render();
  renderChats();
  remember();
  toEnd();
}

function render() {
  const { chat } = now;
  byId("conversation").classList.toggle("empty", !chat);
  byId("nothing").hidden = Boolean(chat);
  if (!chat) return;
  byId("chat-title").textContent = chat.title;
  paintAvatar(byId("chat-avatar"), chat.title, colourOf(chat));
  renderHead();
  composer.showKeyboard(chat.keyboard);
  renderMessages();
}

function renderHead() {
  const { chat } = now;
  const single = chat.type === "private";
  const blocked = single && chat.bot === "kicked";
  byId("chat-note").textContent = blocked ? texts.blocked : single ? texts.bot : memberCount(chat);
  byId("chat-note").classList.remove("typing");
  byId("chat-action").hidden = false;
  byId("chat-action").textContent = single ? (blocked ? texts.unblock : texts.block) : texts.leave;
}

function renderMessages() {
  const list = byId("messages");
  const children = [];
  now.messages.forEach((message, index) => {
    const before = now.messages[index - 1];
    if (!sameDay(before, message)) children.push(dayLine(message));
    children.push(elementOf(message, before));
  });
  if (!now.messages.length && now.chat.type === "private") {
    const start = el("button", { type: "button", class: "primary", onclick: () => actions.say("/start") }, texts.start);
    children.push(el("div", { class: "first" }, el("p", {}, texts.startNote), start));
  }
  list.replaceChildren(...children);
}

function elementOf(message, before) {
  const follows = sameDay(before, message) && before.from.id === message.from.id && !before.new_chat_members;
  return bubble(message, { me: now.person.id, group: now.chat.type !== "private", follows }, actions);
}

function showMessage(message) {
  const atEnd = isAtEnd();
  const index = now.messages.findIndex((other) => other.message_id === message.message_id);
  const list = byId("messages");
  if (index >= 0) {
    now.messages[index] = message;
    list.querySelector(`[data-id="${message.message_id}"]`)?.replaceWith(elementOf(message, now.messages[index - 1]));
  } else {
    const before = now.messages.at(-1);
    if (!before) list.replaceChildren();
    now.messages.push(message);
    if (!sameDay(before, message)) list.append(dayLine(message));
    list.append(elementOf(message, before));
  }
  if (message.keyboard) {
    now.chat.keyboard = message.keyboard.remove_keyboard ? null : message.keyboard;
    composer.showKeyboard(now.chat.keyboard);
  }
  if (atEnd || message.from.id === now.person.id) toEnd();
  markEnd();
}

const isAtEnd = () => {
  const list = byId("messages");
  return list.scrollHeight - list.scrollTop - list.clientHeight < 120;
};

function toEnd() {
  const list = byId("messages");
  list.scrollTop = list.scrollHeight;
  // Pictures and fonts may still change the height.
  requestAnimationFrame(() => {
    list.scrollTop = list.scrollHeight;
    markEnd();
  });
}

function markEnd() {
  byId("to-end").hidden = isAtEnd();
}

// What arrives

function listen() {
  now.stream?.close();
  const stream = new EventSource(`/sim/events?user=${now.person.id}`);
  let opened = false;
  stream.addEventListener("open", () => {
    byId("link-state").textContent = "";
    if (opened) refresh();
    opened = true;
  });
  stream.addEventListener("error", () => {
    byId("link-state").textContent = texts.lost;
  });
  stream.addEventListener("message", (event) => receive(JSON.parse(event.data)));
  now.stream = stream;
}

/** Fetches everything again, leaving the open chat and what is being written as they are. */
async function refresh() {
  await guarded(async () => {
    await loadChats();
    const turn = now.turn;
    const open = now.chat && now.chats.find((chat) => chat.id === now.chat.id);
    if (!now.chat) return;
    if (!open) return byId("back").click();
    const page = await api.messages(open.id);
    if (turn !== now.turn || now.chat?.id !== open.id) return;
    const atEnd = isAtEnd();
    now.chat = page.chat;
    now.messages = page.messages;
    render();
    if (atEnd) toEnd();
  });
}

const receivers = {
  message({ chat, message }) {
    const known = now.chats.find((other) => other.id === chat);
    if (!known) return loadChats();
    const fresh = message.revision > known.revision && !message.edit_date;
    known.revision = Math.max(known.revision, message.revision);
    if (!message.edit_date || known.last?.message_id === message.message_id) known.last = message;
    if (now.chat?.id === chat) {
      if (message.from.id === now.bot.id) endTyping();
      showMessage(message);
    } else if (fresh && message.from.id !== now.person.id) {
      now.unread.set(chat, (now.unread.get(chat) ?? 0) + 1);
    }
    return renderChats();
  },
  deleted({ chat, message_id: id }) {
    if (now.chat?.id !== chat) return;
    now.messages = now.messages.filter((message) => message.message_id !== id);
    byId("messages").querySelector(`[data-id="${id}"]`)?.remove();
  },
  action({ chat, action }) {
    if (now.chat?.id !== chat) return;
    byId("chat-note").textContent = action.startsWith("upload") ? texts.uploading : texts.typing;
    byId("chat-note").classList.add("typing");
    clearTimeout(now.typing);
    now.typing = setTimeout(endTyping, TYPING_MS);
  },
  answer({ callback, text, show_alert: alert, url }) {
    pressed.get(callback)?.classList.remove("waiting");
    pressed.delete(callback);
    if (text) (alert ? alertBox : toast)(text);
    const payload = url ? deepLink(url) : null;
    if (payload !== null) actions.start(payload);
  },
  keyboard({ chat, keyboard }) {
    if (now.chat?.id !== chat) return;
    now.chat.keyboard = keyboard;
    composer.showKeyboard(keyboard);
  },
  chats: () => refresh(),
  reload: () => refresh(),
};

function receive(event) {
  receivers[event.type]?.(event);
}

function endTyping() {
  clearTimeout(now.typing);
  if (now.chat) renderHead();
}

// Beginning

byId("back").addEventListener("click", () => {
  now.turn += 1;
  document.body.classList.remove("in-chat");
  now.chat = null;
  render();
  renderChats();
  remember();
});
byId("messages").addEventListener("scroll", markEnd, { passive: true });
byId("messages").addEventListener("load", () => !byId("to-end").hidden || toEnd(), true);
byId("to-end").addEventListener("click", toEnd);
byId("chat-action").addEventListener("click", () =>
  guarded(async () => {
    const { chat } = now;
    if (chat.type !== "private") {
      await api.act("leave", now.person.id, chat.id);
    } else {
      await api.act(chat.bot === "kicked" ? "unblock" : "block", now.person.id, chat.id);
    }
    await refresh();
  }),
);
byId("commands").addEventListener("pointerdown", loadCommands);
byId("commands").addEventListener("focus", loadCommands);

async function loadCommands() {
  const { commands } = await api.state();
  composer.showCommands(commands, actions.say);
}

async function begin() {
  const { bot, commands } = await api.state();
  now.bot = { ...bot };
  composer.showCommands(commands, actions.say);
  render();
  const place = new URLSearchParams(location.hash.slice(1));
  const people = await api.users();
  const person = people.find((one) => one.id === Number(place.get("user")));
  if (!person) return openPeople();
  await become(person, Number(place.get("chat")));
}

begin();
