/** Message texts with their entities, as DOM nodes. */

import { el } from "./dom.js";

const WRAPS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  spoiler: "span",
};

/** Nodes of a text; entities may nest, their offsets count UTF-16 units as JavaScript strings do. */
export function textNodes(text, entities, actions) {
  return build(text, 0, text.length, entities ?? [], actions);
}

function build(text, start, end, entities, actions) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const stop = entity.offset + entity.length;
    if (entity.offset < at || stop > end) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(index + 1).filter((other) => other.offset + other.length <= stop);
    nodes.push(wrap(entity, text.slice(entity.offset, stop), build(text, entity.offset, stop, inner, actions), actions));
    at = stop;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrap(entity, words, children, actions) {
  switch (entity.type) {
    case "url":
      return anchor(words, children, actions);
    case "text_link":
      return anchor(entity.url, children, actions);
    case "bot_command":
      return el("button", { type: "button", class: "command", dir: "ltr", onclick: () => actions.say(words) }, children);
    default:
      return WRAPS[entity.type] ? el(WRAPS[entity.type], { class: entity.type }, children) : el("span", {}, children);
  }
}

/** A link; one that opens our own bot with a payload is followed inside the page. */
export function anchor(url, children, actions) {
  if (!/^https?:\/\//i.test(url)) return el("span", {}, children);
  return el(
    "a",
    { href: url, target: "_blank", rel: "noopener noreferrer", onclick: (event) => follow(event, url, actions) },
    children,
  );
}

export function follow(event, url, actions) {
  const payload = actions.deepLink(url);
  if (payload === null) return;
  event.preventDefault();
  actions.start(payload);
}
