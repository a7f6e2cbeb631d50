// One message, or one album, as a bubble.
import { fileUrl } from "./api.js";
import { element, icon, iconButton } from "./dom.js";
import { deepLinkPayload, renderText } from "./text.js";
import { currentLanguage, word } from "./words.js";

const COLOURS = ["#c2464f", "#2d7fc1", "#3f8f4f", "#9a5bc0", "#b9772a", "#2a8f93"];

const locale = () => (currentLanguage() === "id" ? "id-ID" : "en-GB");

export const timeOf = (seconds) =>
  new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit" }).format(new Date(seconds * 1000));

export function dayOf(seconds) {
  const day = new Date(seconds * 1000);
  const days = Math.round((midnight(new Date()) - midnight(day)) / 86400000);
  if (days === 0) return word("today");
  if (days === 1) return word("yesterday");
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric" }).format(day);
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

// What a chat list or a reply banner says about a message.
export function summaryOf(message) {
  if (message.text) return message.text.split("\n")[0];
  for (const kind of ["photo", "animation", "video", "video_note", "audio", "document", "location", "sticker", "voice", "contact"]) {
    if (message[kind]) return word(kind) + (message.caption ? `: ${message.caption.split("\n")[0]}` : "");
  }
  return serviceText(message) ?? word("unknownKind");
}

export function isService(message) {
  return serviceText(message) !== null;
}

function serviceText(message) {
  if (message.new_chat_members) return word("joined", message.new_chat_members.map((who) => who.first_name).join(", "));
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return word("migrated");
  return null;
}

// `view`: own, read, showsSender, actions, pendingLabels; `messages` has more than one for an album.
export function renderBubble(messages, view) {
  const [first] = messages;
  if (isService(first)) return element("li", { className: "service" }, element("span", {}, serviceText(first)));
  const captioned = messages.find((message) => message.caption) ?? first;
  const bubble = element("div", { className: "bubble" });
  if (view.showsSender && !view.own) {
    const name = element("span", { className: "sender" }, first.from.first_name);
    name.style.color = COLOURS[first.from.id % COLOURS.length];
    bubble.append(name);
  }
  if (first.reply_to_message) bubble.append(quote(first.reply_to_message));
  bubble.append(...contents(messages, view.actions));
  if (captioned.caption) bubble.append(renderText(captioned.caption, captioned.caption_entities, view.actions));
  bubble.append(foot(messages.at(-1), view));
  bubble.append(iconButton("more", word("options"), (event) => view.actions.options(first, event.currentTarget), "bubble-more"));
  bubble.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img")) return;
    event.preventDefault();
    view.actions.options(first, bubble);
  });
  const plain = first.sticker ? " bare" : (first.photo || (first.video && messages.length > 1)) && !captioned.caption ? " picture" : "";
  const item = element("li", { className: `message ${view.own ? "own" : "theirs"}${plain}`, "data-message": first.message_id });
  item.append(element("div", { className: "column" }, bubble, keyboard(first, view)));
  return item;
}

function quote(message) {
  return element(
    "div",
    { className: "quote" },
    element("strong", {}, message.from?.first_name ?? ""),
    element("span", {}, summaryOf(message)),
  );
}

function contents(messages, actions) {
  const [message] = messages;
  if (message.text !== undefined) return [renderText(message.text, message.entities, actions)];
  const film = message.animation ?? message.video ?? message.video_note;
  if (message.photo || (film && messages.length > 1)) return [pictures(messages)];
  if (film) return [fileRow(film, "film", word("video"))];
  if (message.audio) return messages.map((each) => fileRow(each.audio, "music", word("audio")));
  if (message.document) return messages.map((each) => fileRow(each.document, "file", word("document")));
  if (message.location) return [map(message.location)];
  if (message.sticker) return [element("span", { className: "sticker" }, message.sticker.emoji ?? "")];
  if (message.voice) return [voice(message.voice)];
  if (message.contact) return [contact(message.contact)];
  return [element("em", {}, word("unknownKind"))];
}

// Photos, in an album films too.
function pictures(messages) {
  const className = messages.length > 1 ? "photos album" : "photos";
  return element("div", { className }, messages.map((each) => (each.photo ? photo(each.photo.at(-1)) : film(each.video))));
}

function photo(size) {
  const url = fileUrl(size.file_id);
  return element(
    "a",
    { href: url, target: "_blank", rel: "noopener" },
    element("img", { src: url, alt: word("photo"), width: size.width, height: size.height }),
  );
}

function film(video) {
  return element(
    "a",
    { className: "film", href: fileUrl(video.file_id), download: video.file_name ?? "", "aria-label": word("video") },
    element("span", { className: "play" }, icon("play")),
    element("small", {}, durationText(video.duration)),
  );
}

// A link that downloads the file.
function fileRow(file, iconName, kind) {
  const details = [sizeText(file.file_size ?? 0), file.duration === undefined ? "" : durationText(file.duration)];
  return element(
    "a",
    { className: "file", href: fileUrl(file.file_id), download: file.file_name ?? "" },
    element("span", { className: "file-icon" }, icon(iconName)),
    element("span", {}, element("strong", {}, file.file_name ?? kind), element("small", {}, details.filter(Boolean).join(" · "))),
  );
}

const durationText = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function sizeText(bytes) {
  const format = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 });
  if (bytes < 1e3) return `${bytes} B`;
  return bytes < 1e6 ? `${format.format(bytes / 1e3)} kB` : `${format.format(bytes / 1e6)} MB`;
}

function map(location) {
  const accuracy = location.horizontal_accuracy ? ` ± ${Math.round(location.horizontal_accuracy)} m` : "";
  const place = `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}${accuracy}`;
  return element("div", { className: "map", role: "img", "aria-label": `${word("location")} ${place}` }, icon("pin"), element("small", {}, place));
}

function voice(sound) {
  const bars = element("span", { className: "bars", "aria-hidden": "true" });
  for (let i = 0; i < 26; i++) bars.append(element("i", { className: `h${(i * 7 + sound.duration) % 5}` }));
  return element("a", { className: "voice", href: fileUrl(sound.file_id), download: "", "aria-label": word("voice") }, element("span", { className: "play" }, icon("play")), bars, element("small", {}, durationText(sound.duration)));
}

function contact(person) {
  return element(
    "span",
    { className: "contact" },
    element("span", { className: "avatar" }, icon("user")),
    element("span", {}, element("strong", {}, `${person.first_name} ${person.last_name ?? ""}`), element("small", {}, person.phone_number)),
  );
}

function foot(message, view) {
  const parts = [];
  if (message.edit_date) parts.push(element("span", {}, word("edited")));
  parts.push(element("time", { datetime: new Date(message.date * 1000).toISOString() }, timeOf(message.date)));
  if (view.own) {
    const state = word(view.read ? "read" : "sent");
    parts.push(element("span", { className: "ticks", role: "img", "aria-label": state, title: state }, icon(view.read ? "checks" : "check")));
  }
  return element("span", { className: "foot" }, ...parts);
}

function keyboard(message, view) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return element(
    "div",
    { className: "inline-keyboard" },
    rows.map((row) => element("div", { className: "key-row" }, row.map((button) => key(message, button, view)))),
  );
}

function key(message, button, view) {
  const style = button.style ? ` ${button.style}` : "";
  const target = button.url ?? button.web_app?.url;
  const isOwnLink = target && deepLinkPayload(target, view.actions.botUsername) !== null;
  if (target && !isOwnLink) {
    return element("a", { className: `key${style}`, href: target, target: "_blank", rel: "noopener noreferrer" }, button.text, icon("open"));
  }
  const waiting = view.waiting.has(`${message.message_id}/${button.callback_data}`);
  return element(
    "button",
    {
      type: "button",
      className: `key${style}${waiting ? " waiting" : ""}`,
      "aria-busy": waiting ? "true" : undefined,
      disabled: Boolean(button.disabled),
      onclick: () => view.actions.tap(message, button),
    },
    button.text,
  );
}
