// Texts with Telegram's entities, as nodes.
import { element } from "./dom.js";

const BARE_LINK = /https?:\/\/[^\s<>"]+[^\s<>".,:;!?)\]}']/g;

// What the phone does when something in a text is touched: `command`, `deepLink`.
export function renderText(text, entities, actions) {
  const root = element("span", { className: "text" });
  appendRange(root, text, 0, text.length, [...(entities ?? [])].sort(outerFirst), actions);
  return root;
}

export function link(url, label, actions) {
  if (!/^(https?|tg|mailto):/i.test(url)) return element("span", {}, label);
  const payload = deepLinkPayload(url, actions.botUsername);
  const anchor = element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label);
  if (payload !== null) {
    anchor.addEventListener("click", (event) => {
      event.preventDefault();
      actions.deepLink(payload);
    });
  }
  return anchor;
}

// The payload of a link to the bot itself, or null for any other link.
export function deepLinkPayload(url, botUsername) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  const wanted = botUsername.toLowerCase();
  const isWeb = /^https?:$/.test(parsed.protocol) && /^(www\.)?(t|telegram)\.me$/.test(parsed.hostname);
  if (isWeb && parsed.pathname.slice(1).toLowerCase() === wanted) return parsed.searchParams.get("start") ?? "";
  const isApp = parsed.protocol === "tg:" && (parsed.searchParams.get("domain") ?? "").toLowerCase() === wanted;
  return isApp ? (parsed.searchParams.get("start") ?? "") : null;
}

function outerFirst(a, b) {
  return a.offset - b.offset || b.length - a.length;
}

function appendRange(parent, text, start, end, entities, actions) {
  let at = start;
  for (let i = 0; i < entities.length; i++) {
    const entity = entities[i];
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to || entity.offset < at) continue;
    appendPlain(parent, text.slice(at, from), actions);
    const inner = entities.slice(i + 1).filter((other) => other.offset < to);
    const node = wrap(entity, text.slice(from, to), actions);
    if (node.dataset.whole === undefined) appendRange(node, text, from, to, inner, actions);
    parent.append(node);
    at = to;
  }
  appendPlain(parent, text.slice(at, end), actions);
}

function appendPlain(parent, text, actions) {
  let at = 0;
  for (const match of text.matchAll(BARE_LINK)) {
    if (parent.closest("a, code, pre")) break;
    parent.append(text.slice(at, match.index), link(match[0], match[0], actions));
    at = match.index + match[0].length;
  }
  parent.append(text.slice(at));
}

function wrap(entity, text, actions) {
  switch (entity.type) {
    case "bold":
      return element("strong");
    case "italic":
      return element("em");
    case "underline":
      return element("u");
    case "strikethrough":
      return element("s");
    case "code":
      return element("code");
    case "pre":
      return element("pre");
    case "blockquote":
    case "expandable_blockquote":
      return element("blockquote");
    case "spoiler":
      return spoiler();
    case "text_link":
      return whole(link(entity.url, text, actions));
    case "url":
      return whole(link(/^[a-z]+:/i.test(text) ? text : `https://${text}`, text, actions));
    case "email":
      return whole(element("a", { href: `mailto:${text}` }, text));
    case "bot_command":
      return whole(element("button", { type: "button", className: "link", onclick: () => actions.command(text) }, text));
    case "mention":
    case "hashtag":
      return element("span", { className: "mention" });
    default:
      return element("span");
  }
}

function whole(node) {
  node.dataset.whole = "";
  return node;
}

function spoiler() {
  const hidden = element("span", { className: "spoiler", tabindex: "0" });
  hidden.addEventListener("click", () => hidden.classList.add("shown"));
  hidden.addEventListener("keydown", (event) => event.key === "Enter" && hidden.classList.add("shown"));
  return hidden;
}
