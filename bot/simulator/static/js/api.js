/** The simulator's control interface. */

async function ask(path, options) {
  const answer = await fetch(`/sim/${path}`, options);
  const body = await answer.json();
  if (!answer.ok || body.error) throw new Error(body.error ?? `HTTP ${answer.status}`);
  return body;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const state = () => ask("state");
export const users = async () => (await ask("users")).users;
export const chats = async (user) => (await ask(`users/${user}/chats`)).chats;
export const messages = (chat) => ask(`chats/${chat}/messages?limit=300`);
export const act = (name, user, chat, more = {}) => post(name, { user, chat, ...more });
export const addPerson = (name, role) => post("users", { name, role });
export const addGroup = (title, owner, members, bot) => post("groups", { title, owner, members, bot });

/** Sends one file, or several as an album. */
export function sendFiles(user, chat, kind, files, caption) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ user, chat, kind, caption })) form.append(name, value);
  for (const file of files) form.append("file", file, file.name);
  return ask(files.length > 1 ? "album" : "file", { method: "POST", body: form });
}

export const fileUrl = (id) => `/sim/files/${encodeURIComponent(id)}`;
