// The sheet from which a phone attaches pictures, documents and the rest.
import { pictureUrl, readFile } from "./api.js";
import { element, icon, iconButton } from "./dom.js";
import { word } from "./words.js";

const SAMPLES = ["rak-buku", "membaca-bersama", "pelatihan", "kebun"];

// `send(action, body)` posts to the chat.
export function openAttachSheet(host, send) {
  const samples = new Set();
  let files = [];
  const opener = document.activeElement;
  const shade = element("div", { className: "shade bottom" });
  const close = () => {
    shade.remove();
    if (opener instanceof HTMLElement) opener.focus();
  };
  const chosen = element("p", { className: "chosen", role: "status" });
  const caption = element("input", { type: "text", "aria-label": word("caption"), placeholder: word("caption"), maxlength: "1024" });
  const submit = element("button", { type: "button", className: "primary", disabled: true, onclick: sendPictures }, word("sendAttachment"));
  const update = () => {
    const count = samples.size + files.length;
    chosen.textContent = count === 0 ? "" : word("chosen", count);
    submit.disabled = count === 0;
  };
  async function sendPictures() {
    const body = { caption: caption.value, samples: [...samples], files: await Promise.all(files.map(readFile)) };
    close();
    await send(samples.size + files.length > 1 ? "album" : "photo", body);
  }
  const simple = (name, action, body) =>
    element("button", { type: "button", onclick: async () => { close(); await send(action, body); } }, icon(name), element("span", {}, word(action)));
  const pictures = element("input", { type: "file", accept: "image/*", multiple: true, className: "visually-hidden", "aria-label": word("chooseFiles"), tabindex: "-1" });
  pictures.addEventListener("change", () => { files = [...pictures.files]; update(); });
  // A file of one's own, sent as it is or as a sound or film.
  const picker = (action, accept) => {
    const input = element("input", { type: "file", accept, className: "visually-hidden", "aria-label": word(action), tabindex: "-1" });
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return;
      const body = { caption: caption.value, files: [await readFile(file)] };
      close();
      await send(action, body);
    });
    return input;
  };
  const pickers = { document: picker("document"), video: picker("video", "video/*"), audio: picker("audio", "audio/*") };
  const pick = (name, action) =>
    element("button", { type: "button", onclick: () => pickers[action].click() }, icon(name), element("span", {}, word(action)));
  const sheet = element(
    "div",
    { className: "sheet", role: "dialog", "aria-label": word("attach") },
    element("div", { className: "sheet-head" }, element("strong", {}, word("samples")), iconButton("close", word("close"), close)),
    element(
      "div",
      { className: "samples" },
      SAMPLES.map((name) =>
        element(
          "button",
          {
            type: "button",
            "aria-pressed": "false",
            "aria-label": word("sampleNames")[name],
            onclick: (event) => {
              samples.has(name) ? samples.delete(name) : samples.add(name);
              event.currentTarget.setAttribute("aria-pressed", String(samples.has(name)));
              update();
            },
          },
          element("img", { src: pictureUrl(name), alt: "" }),
        ),
      ),
    ),
    element("button", { type: "button", className: "wide", onclick: () => pictures.click() }, icon("image"), word("chooseFiles")),
    pictures,
    ...Object.values(pickers),
    chosen,
    element("div", { className: "caption-row" }, caption, submit),
    element(
      "div",
      { className: "kinds" },
      pick("file", "document"),
      pick("film", "video"),
      pick("music", "audio"),
      simple("mic", "voice", { seconds: 4 }),
      simple("pin", "location", { accuracy: 12 }),
      simple("user", "contact", {}),
      simple("smile", "sticker", { emoji: "👍" }),
    ),
  );
  shade.addEventListener("click", (event) => event.target === shade && close());
  shade.addEventListener("keydown", (event) => event.key === "Escape" && close());
  shade.append(sheet);
  host.append(shade);
  sheet.querySelector(".samples button").focus();
}
