/** Building the page. Text is only ever set as text: what people write is never read as HTML. */

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, listeners (names that begin with "on") and children. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

/** One of the icons of icons.svg. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `/static/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

export const byId = (id) => document.getElementById(id);

/** Shows a short notice that goes away by itself. */
export function toast(text) {
  const notice = el("div", { class: "toast", dir: "auto" }, text);
  byId("toasts").append(notice);
  setTimeout(() => notice.classList.add("going"), 3600);
  setTimeout(() => notice.remove(), 4000);
}

/** Shows a notice that must be put away. */
export function alertBox(text) {
  byId("alert-text").textContent = text;
  byId("alert").showModal();
}

const COLOURS = 7;

/** Fills an avatar with the first letter of a name and a colour that stays the same for one id. */
export function paintAvatar(element, name, id) {
  element.textContent = [...name.trim()][0] ?? "؟";
  element.dataset.colour = String(Math.abs(id) % COLOURS);
}

/** Opens a small menu at its button; Escape, a click elsewhere or a choice closes it. */
export function wireMenu(button, menu) {
  const show = (open) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (open) menu.querySelector("[role=menuitem]")?.focus();
  };
  button.addEventListener("click", () => show(menu.hidden));
  menu.addEventListener("click", () => show(false));
  menu.addEventListener("keydown", (event) => {
    const items = [...menu.querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape") {
      show(false);
      button.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      items[(at + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length].focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.hidden && !menu.contains(event.target) && !button.contains(event.target)) show(false);
  });
}
