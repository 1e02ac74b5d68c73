/** Choosing who one is, and adding people and groups. */

import * as api from "./api.js";
import { byId, el, paintAvatar, toast } from "./dom.js";
import { texts } from "./texts.js";

const fold = (text) => text.replaceAll("ي", "ی").replaceAll("ك", "ک").replaceAll("\u200c", " ").toLowerCase();

/** Wires the dialog of people; `choose` is called with the person picked. */
export function wirePeople(choose) {
  let people = [];

  const show = () => {
    const wanted = fold(byId("people-search").value.trim());
    const found = people.filter((person) => fold(`${person.name} ${person.role}`).includes(wanted));
    byId("people-list").replaceChildren(...found.map(row), ...(found.length ? [] : [el("li", { class: "empty" }, texts.nobody)]));
  };

  const row = (person) => {
    const avatar = el("span", { class: "avatar", "aria-hidden": "true" });
    paintAvatar(avatar, person.name, person.id);
    const pick = () => {
      byId("people").close();
      choose(person);
    };
    return el(
      "li",
      {},
      el(
        "button",
        { type: "button", onclick: pick },
        avatar,
        el("span", { class: "person-name", dir: "auto" }, person.name),
        el("span", { class: "role" }, person.role || texts.noRole),
      ),
    );
  };

  const open = async () => {
    people = await api.users();
    byId("people-search").value = "";
    show();
    if (!byId("people").open) byId("people").showModal();
  };

  byId("people-search").addEventListener("input", show);
  byId("identity").addEventListener("click", open);
  byId("new-person").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target;
    try {
      const person = await api.addPerson(form.elements.name.value, form.elements.role.value);
      form.reset();
      byId("people").close();
      choose(person);
    } catch {
      toast(texts.failed);
    }
  });
  return open;
}

/** Wires the dialog of a new group; `made` is called with the group's chat. */
export function wireGroups(me, made) {
  const dialog = byId("group");
  const form = byId("group-form");

  byId("new-group").addEventListener("click", async () => {
    const others = (await api.users()).filter((person) => person.id !== me());
    byId("group-members").replaceChildren(
      ...others.map((person) =>
        el(
          "label",
          { class: "check" },
          el("input", { type: "checkbox", name: "member", value: person.id }),
          el("span", { dir: "auto" }, person.name),
          el("span", { class: "role" }, person.role || texts.noRole),
        ),
      ),
    );
    dialog.showModal();
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { title, bot, admin } = form.elements;
    const members = [...form.querySelectorAll("[name=member]:checked")].map((box) => Number(box.value));
    const status = admin.checked ? "administrator" : bot.checked ? "member" : "left";
    try {
      const chat = await api.addGroup(title.value, me(), members, status);
      form.reset();
      dialog.close();
      made(chat);
    } catch {
      toast(texts.failed);
    }
  });
}

/** Closes a dialog by its own button or a click beside it. */
export function wireDialogs() {
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
    });
  }
}
