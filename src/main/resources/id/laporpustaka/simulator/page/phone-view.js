// What a phone looks like: header, messages, composer. What happens when something is touched is in phone.js.
import { openAttachSheet } from "./attach.js";
import { dayOf, isService, renderBubble, summaryOf } from "./bubble.js";
import { element, icon, iconButton } from "./dom.js";
import { word } from "./words.js";

export class PhoneView {
  constructor(person, bot, onClose) {
    this.person = person;
    this.bot = bot;
    this.onClose = onClose;
    this.root = element("section", { className: "phone" });
  }

  build() {
    this.root.setAttribute("aria-label", word("phoneOf", this.person.firstName));
    this.header = element("header", { className: "chat-header" });
    this.list = element("ol", { className: "bubbles" });
    this.scroller = element("div", { className: "messages", role: "log", "aria-label": word("chat"), tabindex: "0" }, this.list);
    this.scroller.addEventListener("scroll", () => {
      this.stick = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 60;
      this.toBottom.hidden = this.stick;
    });
    this.scroller.addEventListener("load", () => this.stick && this.scrollDown(), true);
    this.toBottom = iconButton("down", word("toBottom"), () => this.scrollDown(), "to-bottom");
    this.toBottom.hidden = true;
    this.composer = element("div", { className: "composer-area" });
    this.input = element("textarea", { rows: "1", "aria-label": word("message"), placeholder: word("messagePlaceholder"), maxlength: "4096" });
    this.input.addEventListener("input", () => this.growInput());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.submit();
      }
      if (event.key === "Escape" && this.draft.mode !== "new") this.setDraft({ mode: "new" });
    });
    this.input.addEventListener("paste", (event) => this.pasteFiles(event));
    this.screen = element("div", { className: "screen" }, this.header, this.scroller, this.toBottom, this.composer);
    this.root.replaceChildren(
      element(
        "div",
        { className: "owner" },
        element("strong", {}, `${this.person.firstName} ${this.person.lastName}`.trim()),
        element("span", {}, this.person.label),
        iconButton("close", word("closePhone", this.person.firstName), () => this.onClose(this)),
      ),
      this.screen,
    );
    this.blocks = new Map();
    this.stick = true;
  }

  // After a change of language.
  rebuild() {
    this.build();
    this.render();
  }

  render() {
    if (!this.chat()) return;
    this.renderHeader();
    this.renderMessages();
    this.renderComposer();
  }

  renderHeader() {
    const chat = this.chat();
    const { state } = chat;
    const isPrivate = state.type === "private";
    const typing = chat.typing > Date.now();
    const status = typing
      ? word("typing")
      : isPrivate
        ? word(state.botStanding === "gone" ? "blocked" : "online")
        : word("members", state.members.length + (state.botStanding === "member" ? 1 : 0));
    const name = isPrivate ? this.bot.name : state.title;
    this.header.replaceChildren(
      iconButton("back", word("chats"), () => this.openChats()),
      element("span", { className: `avatar ${isPrivate ? "" : "group"}`, "aria-hidden": "true" }, initials(name)),
      element("div", { className: "chat-title" }, element("h2", {}, name), element("span", { className: typing ? "status typing" : "status", role: "status" }, status)),
      iconButton("more", word("chatMenu"), () => this.openChatMenu()),
    );
  }

  renderMessages() {
    const chat = this.chat();
    const shown = [...chat.messages.values()].sort((a, b) => a.message_id - b.message_id);
    const focus = this.focusedKey();
    const nodes = [];
    const blocks = new Map();
    if (shown.length === 0) nodes.push(this.introduction(chat));
    let day = "";
    for (const block of grouped(shown)) {
      const thisDay = dayOf(block[0].date);
      if (thisDay !== day) nodes.push(element("li", { className: "day" }, element("span", {}, thisDay)));
      day = thisDay;
      const read = this.isRead(chat, block.at(-1));
      const waiting = [...this.waiting.keys()].filter((key) => block.some((message) => key.startsWith(`${message.message_id}/`)));
      const signature = JSON.stringify([this.chatId, block, read, waiting]);
      const known = this.blocks.get(block[0].message_id);
      const node = known?.signature === signature ? known.node : this.bubble(chat, block, read);
      blocks.set(block[0].message_id, { signature, node });
      nodes.push(node);
    }
    this.blocks = blocks;
    const stick = this.stick;
    this.list.replaceChildren(...nodes);
    if (stick) this.scrollDown();
    this.restoreFocus(focus);
  }

  bubble(chat, block, read) {
    return renderBubble(block, {
      own: block[0].from.id === this.person.id,
      read,
      showsSender: chat.state.type !== "private",
      actions: this.actions,
      waiting: this.waiting,
    });
  }

  isRead(chat, message) {
    if (message.message_id <= chat.readUpTo) return true;
    return [...chat.messages.values()].some((other) => other.from.is_bot && other.message_id > message.message_id);
  }

  introduction(chat) {
    const text = chat.menu?.description;
    return element("li", { className: "introduction" }, element("strong", {}, text ? word("viaBot") : word("noMessages")), element("p", {}, text ?? ""));
  }

  // Which inline key has the focus, so that it keeps it when its message is drawn anew.
  focusedKey() {
    const key = document.activeElement?.closest?.(".key");
    if (!key || !this.list.contains(key)) return null;
    const item = key.closest("[data-message]");
    return { message: item.dataset.message, at: [...item.querySelectorAll(".key")].indexOf(key) };
  }

  restoreFocus(focus) {
    if (!focus) return;
    const keys = this.list.querySelectorAll(`[data-message="${focus.message}"] .key`);
    (keys[focus.at] ?? keys[0] ?? this.input).focus({ preventScroll: true });
  }

  scrollDown() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.stick = true;
    this.toBottom.hidden = true;
  }

  replyKeyboard() {
    const brought = [...this.chat().messages.values()].filter((message) => message.reply_keyboard).at(-1);
    return brought?.reply_keyboard.keyboard ? brought.reply_keyboard : null;
  }

  renderComposer() {
    const chat = this.chat();
    const { state } = chat;
    const keyboard = this.replyKeyboard();
    const nodes = [];
    if (state.type === "private" && state.botStanding !== "member") {
      const gone = state.botStanding === "gone";
      nodes.push(
        element(
          "button",
          { type: "button", className: "start", onclick: async () => { if (gone) await this.act("unblock"); await this.say("/start"); } },
          word(gone ? "restart" : "start"),
        ),
      );
      if (gone) return this.replaceComposer(nodes);
    }
    if (this.draft.mode !== "new") nodes.push(this.banner());
    nodes.push(this.inputRow(keyboard));
    if (keyboard && !this.keysHidden) nodes.push(this.keys(keyboard));
    return this.replaceComposer(nodes);
  }

  // Leaves the row with the text box alone while somebody types in it.
  replaceComposer(nodes) {
    const hadFocus = document.activeElement === this.input;
    const { selectionStart, selectionEnd } = this.input;
    this.composer.replaceChildren(...nodes);
    if (hadFocus && this.composer.contains(this.input)) {
      this.input.focus({ preventScroll: true });
      this.input.setSelectionRange(selectionStart, selectionEnd);
    }
    if (this.stick) this.scrollDown();
  }

  inputRow(keyboard) {
    const sending = word(this.draft.mode === "edit" ? "save" : "send");
    return element(
      "form",
      { className: "composer", onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      this.menuButton(),
      iconButton("attach", word("attach"), () => openAttachSheet(this.screen, (action, body) => this.act(action, body))),
      this.input,
      keyboard ? iconButton("keys", word("showKeyboard"), () => { this.keysHidden = !this.keysHidden; this.renderComposer(); }) : null,
      element("button", { type: "submit", className: "icon-button send", "aria-label": sending, title: sending }, icon(this.draft.mode === "edit" ? "check" : "send")),
    );
  }

  // The bot may have put a web page behind it (setChatMenuButton).
  menuButton() {
    const set = this.chat().menu?.button;
    const isPage = set?.type === "web_app";
    return element(
      "button",
      { type: "button", className: "menu-button", "aria-haspopup": isPage ? undefined : "menu", onclick: () => (isPage ? this.openMiniApp() : this.openCommands()) },
      isPage ? set.text : word("menu"),
    );
  }

  banner() {
    const { message, mode } = this.draft;
    return element(
      "div",
      { className: "banner" },
      element("div", { className: "quote" }, element("strong", {}, mode === "edit" ? word("editing") : word("replying", message.from.first_name)), element("span", {}, summaryOf(message))),
      iconButton("close", word("cancel"), () => this.setDraft({ mode: "new" })),
    );
  }

  keys(keyboard) {
    const press = async (key) => {
      await this.act("key", { label: key.text });
      if (keyboard.one_time_keyboard) this.keysHidden = true;
      this.renderComposer();
    };
    return element(
      "div",
      { className: "reply-keyboard", role: "group", "aria-label": word("keyboard") },
      keyboard.keyboard.map((row) =>
        element("div", { className: "key-row" }, row.map((key) => element("button", { type: "button", onclick: () => press(key) }, key.text))),
      ),
    );
  }

  growInput() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 120)}px`;
  }
}

function initials(name) {
  return name.split(/\s+/).slice(0, 2).map((part) => part[0] ?? "").join("").toUpperCase();
}

// Pictures of one album that follow each other become one block.
function grouped(messages) {
  const blocks = [];
  for (const message of messages) {
    const last = blocks.at(-1);
    const together = last && message.media_group_id && last[0].media_group_id === message.media_group_id && !isService(message);
    if (together) last.push(message);
    else blocks.push([message]);
  }
  return blocks;
}
