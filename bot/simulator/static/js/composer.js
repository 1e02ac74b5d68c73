/** The foot of a chat: writing, editing, attaching, and the bot's reply keyboard. */

import * as api from "./api.js";
import { byId, el, toast, wireMenu } from "./dom.js";
import { texts } from "./texts.js";

/** What fits into one album. */
const ALBUM = 10;

/** Wires the foot; `where` gives {user, chat} of the open chat. */
export function wireComposer(where) {
  const field = byId("text");
  const { placeholder } = field;
  let edited = null;
  let keyboardOpen = true;
  let shown = "";

  const attempt = async (act) => {
    try {
      return await act(where());
    } catch {
      toast(texts.failed);
      return null;
    }
  };

  const grow = () => {
    field.style.height = "";
    if (field.value) field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
  };

  const endEdit = () => {
    edited = null;
    byId("editing").hidden = true;
    field.value = "";
    grow();
  };

  const submit = async () => {
    const text = field.value.trim();
    if (!text) return;
    const target = edited;
    const sent = await attempt(({ user, chat }) =>
      target ? api.act("edit", user, chat, { message: target.message_id, text }) : api.act("say", user, chat, { text }),
    );
    if (sent) endEdit();
    field.focus();
  };

  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && edited) {
      endEdit();
    }
  });
  byId("cancel-edit").addEventListener("click", endEdit);

  wireMenu(byId("attach"), byId("attach-menu"));
  wireMenu(byId("commands"), byId("commands-menu"));
  byId("attach-menu").addEventListener("click", (event) => {
    const kind = event.target.closest("[data-attach]")?.dataset.attach;
    if (kind === "location") byId("place").showModal();
    else if (kind) byId(`pick-${kind}`).click();
  });
  for (const kind of ["photo", "voice", "document"]) {
    byId(`pick-${kind}`).addEventListener("change", async (event) => {
      const files = [...event.target.files].slice(0, ALBUM);
      event.target.value = "";
      if (files.length === 0) return;
      toast(texts.uploading);
      const caption = field.value.trim();
      if (await attempt(({ user, chat }) => api.sendFiles(user, chat, kind, files, caption))) endEdit();
    });
  }
  wirePlaces(attempt);

  const key = (button) => {
    const press = () => {
      if (button.request_location) byId("place").showModal();
      else attempt(({ user, chat }) => api.act("tap", user, chat, { button: button.text }));
    };
    return el("button", { type: "button", class: "reply-key", onclick: press }, el("span", { dir: "auto" }, button.text));
  };

  const foldKeyboard = () => {
    byId("keyboard").hidden = !shown || !keyboardOpen;
    byId("toggle-keyboard").hidden = !shown;
    byId("toggle-keyboard").setAttribute("aria-expanded", String(keyboardOpen));
  };
  byId("toggle-keyboard").addEventListener("click", () => {
    keyboardOpen = !keyboardOpen;
    foldKeyboard();
  });

  return {
    /** Begin editing an own message. */
    edit(message) {
      edited = message;
      byId("editing").hidden = false;
      field.value = message.text ?? message.caption;
      grow();
      field.focus();
    },
    /** Forget what was being written, when another chat opens. */
    reset: endEdit,
    /** Show the bot's reply keyboard, or none. */
    showKeyboard(markup) {
      const rows = markup?.keyboard ?? [];
      const now = JSON.stringify(markup ?? null);
      if (now !== shown) {
        byId("keyboard").replaceChildren(...rows.map((row) => el("div", { class: "keys-row" }, row.map(key))));
        byId("keyboard").classList.toggle("low", Boolean(markup?.resize_keyboard));
        field.placeholder = markup?.input_field_placeholder ?? placeholder;
        keyboardOpen = true;
      }
      shown = rows.length ? now : "";
      foldKeyboard();
    },
    /** Offer the bot's commands. */
    showCommands(commands, say) {
      byId("commands").hidden = commands.length === 0;
      byId("commands-menu").replaceChildren(
        ...commands.map(({ command, description }) =>
          el(
            "button",
            { type: "button", role: "menuitem", onclick: () => say(`/${command}`) },
            el("span", { dir: "auto" }, description),
            el("bdi", { dir: "ltr", class: "role" }, `/${command}`),
          ),
        ),
      );
    },
  };
}

function wirePlaces(attempt) {
  const form = byId("place-form");
  const fill = (latitude, longitude) => {
    form.elements.latitude.value = latitude;
    form.elements.longitude.value = longitude;
  };
  fill(...texts.places[0].slice(1));
  byId("places").replaceChildren(
    ...texts.places.map(([name, latitude, longitude]) =>
      el("button", { type: "button", class: "quiet", onclick: () => fill(latitude, longitude) }, name),
    ),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const point = { latitude: Number(form.elements.latitude.value), longitude: Number(form.elements.longitude.value) };
    if (await attempt(({ user, chat }) => api.act("location", user, chat, point))) byId("place").close();
  });
}
