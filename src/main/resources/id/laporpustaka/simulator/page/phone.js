// One phone: a person's chats with the bot, and everything they can do in them. How it looks is in phone-view.js.
import { get, post, readFile } from "./api.js";
import { summaryOf, timeOf } from "./bubble.js";
import { openAlert, openMenu, toast } from "./popup.js";
import { PhoneView } from "./phone-view.js";
import { deepLinkPayload } from "./text.js";
import { word } from "./words.js";

const ANSWER_MILLIS = 15000;
const TYPING_MILLIS = 5000;

export class Phone extends PhoneView {
  constructor(person, bot, onClose) {
    super(person, bot, onClose);
    this.chatId = person.id;
    this.chats = new Map();
    this.waiting = new Map();
    this.draft = { mode: "new" };
    this.keysHidden = false;
    this.actions = {
      botUsername: bot.username,
      command: (text) => this.say(text),
      deepLink: (payload) => this.followDeepLink(payload),
      options: (message, anchor) => this.openOptions(message, anchor),
      tap: (message, button) => this.tap(message, button),
    };
    this.build();
  }

  chat() {
    return this.chats.get(this.chatId);
  }

  chatIds() {
    return [...this.chats.keys()];
  }

  // Reads everything anew: at first, and after the connection was lost.
  async load() {
    const chats = await get(`/chats?user=${this.person.id}`);
    const open = chats.filter((chat) => !chat.migratedTo);
    const kept = new Map();
    for (const state of open) kept.set(state.id, { state, messages: new Map(), readUpTo: 0, typing: 0, menu: null });
    this.chats = kept;
    if (!kept.has(this.chatId)) this.chatId = this.person.id;
    await Promise.all([...kept.values()].map((chat) => this.loadChat(chat)));
    this.render();
  }

  async loadChat(chat) {
    const [changes, menu] = await Promise.all([
      get(`/chats/${chat.state.id}/messages`),
      get(`/chats/${chat.state.id}/menu?user=${this.person.id}`),
    ]);
    chat.state = changes.chat;
    chat.readUpTo = changes.readUpTo;
    chat.messages = new Map(changes.messages.map((message) => [message.message_id, message]));
    chat.menu = menu;
  }

  async reloadMenus() {
    for (const chat of this.chats.values()) chat.menu = await get(`/chats/${chat.state.id}/menu?user=${this.person.id}`);
    this.render();
  }

  // An event of the live feed.
  take(event) {
    const chat = this.chats.get(event.chat);
    if (!chat) return;
    if (event.type === "message") {
      if (!chat.messages.has(event.message.message_id)) this.keysHidden = this.keysHidden && !event.message.reply_keyboard;
      chat.messages.set(event.message.message_id, event.message);
      if (event.message.from.is_bot) chat.typing = 0;
      this.forgetWaiting(event.message.message_id);
    } else if (event.type === "deleted") {
      chat.messages.delete(event.message);
    } else if (event.type === "read") {
      chat.readUpTo = Math.max(chat.readUpTo, event.message);
    } else if (event.type === "chat") {
      chat.state = event.state;
    } else if (event.type === "action") {
      chat.typing = Date.now() + TYPING_MILLIS;
      setTimeout(() => this.renderHeader(), TYPING_MILLIS + 100);
    } else if (event.type === "answer" && event.person === this.person.id) {
      this.showAnswer(event);
    }
    if (event.chat === this.chatId) this.render();
  }

  showAnswer(answer) {
    for (const [key, query] of this.waiting) if (query === answer.query) this.waiting.delete(key);
    if (answer.text && answer.alert) openAlert(this.screen, this.bot.name, answer.text);
    else if (answer.text) toast(this.screen, answer.text);
    if (answer.url) this.openUrl(answer.url);
  }

  forgetWaiting(messageId) {
    for (const key of this.waiting.keys()) if (key.startsWith(`${messageId}/`) && this.waiting.get(key) === "") this.waiting.delete(key);
  }

  async attempt(work) {
    try {
      return await work();
    } catch (failure) {
      toast(this.screen, word("failed", failure.message), 6000);
      return null;
    }
  }

  act(action, body = {}) {
    return this.attempt(() => post(`/chats/${this.chatId}/${action}`, { user: this.person.id, ...body }));
  }

  async say(text) {
    this.stick = true;
    const body = { text };
    if (this.draft.mode === "reply") body.replyTo = this.draft.message.message_id;
    const sent = await this.act("text", body);
    if (sent) this.setDraft({ mode: "new" });
    return sent;
  }

  async followDeepLink(payload) {
    this.chatId = this.person.id;
    if (this.chat()?.state.botStanding === "gone") await this.act("unblock");
    await this.say(payload ? `/start ${payload}` : "/start");
  }

  openUrl(url) {
    const payload = deepLinkPayload(url, this.bot.username);
    if (payload !== null) this.followDeepLink(payload);
    else window.open(url, "_blank", "noopener,noreferrer");
  }

  // The page behind the menu button, told who opens it.
  async openMiniApp() {
    const opened = await this.act("mini-app");
    if (opened) window.open(opened.url, "_blank", "noopener,noreferrer");
  }

  async tap(message, button) {
    const key = `${message.message_id}/${button.callback_data}`;
    if (button.callback_data) {
      this.waiting.set(key, "");
      this.render();
    }
    const next = await this.act("tap", { messageId: message.message_id, data: button.callback_data ?? "", label: button.text });
    if (next?.query && this.waiting.has(key)) {
      this.waiting.set(key, next.query);
      setTimeout(() => this.waiting.delete(key) && this.render(), ANSWER_MILLIS);
    } else if (!next?.query) {
      this.waiting.delete(key);
    }
    if (next?.url) this.openUrl(next.url);
    if (next?.copied) await this.copy(next.copied);
    this.render();
  }

  async copy(text) {
    await this.attempt(() => navigator.clipboard.writeText(text));
    toast(this.screen, word("copied"));
  }

  setDraft(draft) {
    this.draft = draft;
    this.input.value = draft.mode === "edit" ? (draft.message.text ?? draft.message.caption ?? "") : "";
    this.renderComposer();
    this.growInput();
    this.input.focus();
  }

  async submit() {
    const text = this.input.value.trim();
    if (!text) return;
    if (this.draft.mode === "edit") {
      const { message_id: id } = this.draft.message;
      const done = await this.attempt(() => post(`/chats/${this.chatId}/messages/${id}/edit`, { user: this.person.id, text }));
      if (done) this.setDraft({ mode: "new" });
    } else if (await this.say(text)) {
      this.input.value = "";
      this.growInput();
    }
  }

  openOptions(message, anchor) {
    const own = message.from.id === this.person.id;
    const text = message.text ?? message.caption;
    const items = [{ label: word("reply"), run: () => this.setDraft({ mode: "reply", message }) }];
    if (own && text !== undefined) items.push({ label: word("edit"), run: () => this.setDraft({ mode: "edit", message }) });
    if (text !== undefined) items.push({ label: word("copy"), run: () => this.copy(text) });
    if (anchor instanceof HTMLElement && anchor.tabIndex >= 0) anchor.focus();
    openMenu(this.screen, word("options"), items, "centre");
  }

  openChatMenu() {
    const { state } = this.chat();
    const group = (action) => this.attempt(() => post(`/groups/${state.id}/${action}`, { user: this.person.id }));
    const items = [];
    if (state.type === "private") {
      const blocked = state.botStanding === "gone";
      items.push({ label: word("start"), detail: "/start", run: () => this.say("/start") });
      items.push({ label: word(blocked ? "unblock" : "block"), dangerous: !blocked, run: () => this.act(blocked ? "unblock" : "block") });
    } else {
      const member = state.botStanding === "member";
      items.push({ label: word(member ? "removeBot" : "addBot"), dangerous: member, run: () => group(member ? "remove-bot" : "add-bot") });
      if (state.type === "group") items.push({ label: word("migrate"), run: () => group("migrate") });
    }
    openMenu(this.screen, word("chatMenu"), items, "top-right");
  }

  openChats() {
    const items = [...this.chats.values()].map((chat) => {
      const last = [...chat.messages.values()].at(-1);
      return {
        label: chat.state.type === "private" ? this.bot.name : chat.state.title,
        detail: last ? `${timeOf(last.date)} · ${summaryOf(last)}` : word("noMessages"),
        run: () => {
          this.chatId = chat.state.id;
          this.stick = true;
          this.render();
        },
      };
    });
    openMenu(this.screen, word("chats"), items, "full");
  }

  openCommands() {
    const commands = this.chat().menu?.commands ?? [];
    const items = commands.map((each) => ({ label: `/${each.command}`, detail: each.description, run: () => this.say(`/${each.command}`) }));
    if (items.length === 0) items.push({ label: "/start", detail: word("start"), run: () => this.say("/start") });
    openMenu(this.screen, word("commands"), items, "bottom-left commands");
  }

  pasteFiles(event) {
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"));
    if (files.length === 0) return;
    event.preventDefault();
    Promise.all(files.map(readFile)).then((read) =>
      this.act(read.length > 1 ? "album" : "photo", { files: read }),
    );
  }
}
