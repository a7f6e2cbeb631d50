// The drawer from which the Bot API is disturbed.
import { get, post, remove } from "./api.js";
import { element, iconButton } from "./dom.js";
import { word } from "./words.js";

const KINDS = ["too_many_requests", "server_error", "broken_before", "broken_after", "delay", "double_updates", "swapped_updates"];
const DEFAULT_VALUE = { too_many_requests: 5, server_error: 502, delay: 2, swapped_updates: 2 };

export class FaultDrawer {
  constructor(root, opener) {
    this.root = root;
    this.opener = opener;
    opener.addEventListener("click", () => this.toggle());
    root.addEventListener("keydown", (event) => event.key === "Escape" && this.toggle());
  }

  toggle() {
    this.root.hidden = !this.root.hidden;
    this.opener.setAttribute("aria-expanded", String(!this.root.hidden));
    clearInterval(this.timer);
    if (this.root.hidden) {
      this.opener.focus();
      return;
    }
    this.render();
    this.refresh();
    this.timer = setInterval(() => this.refresh(), 2000);
    this.root.querySelector("select").focus();
  }

  render() {
    if (this.root.hidden) return;
    this.root.setAttribute("aria-label", word("faults"));
    const kind = element("select", { "aria-label": word("faultKind") }, KINDS.map((each) => element("option", { value: each }, word("faultKinds")[each])));
    const percent = number(100, 1, 100);
    const times = number(0, 0, 100000);
    const value = number(DEFAULT_VALUE[KINDS[0]], 0, 3600);
    const methods = element("input", { type: "text", placeholder: "sendMessage, getFile, download" });
    kind.addEventListener("change", () => {
      value.value = DEFAULT_VALUE[kind.value] ?? "";
      value.disabled = DEFAULT_VALUE[kind.value] === undefined;
    });
    const add = async (event) => {
      event.preventDefault();
      await post("/faults", {
        kind: kind.value,
        percent: Number(percent.value),
        times: Number(times.value),
        methods: methods.value.split(/[\s,]+/).filter(Boolean),
        retryAfter: Number(value.value),
        status: kind.value === "server_error" ? Number(value.value) : 502,
        millis: Number(value.value) * 1000,
      });
      await this.refresh();
    };
    this.active = element("ul", { className: "active-faults" });
    this.numbers = element("dl", { className: "numbers" });
    this.root.replaceChildren(
      element("div", { className: "drawer-head" }, element("h2", {}, word("faults")), iconButton("close", word("close"), () => this.toggle())),
      element("p", {}, word("faultIntro")),
      element(
        "form",
        { onsubmit: add },
        labelled("faultKind", kind),
        labelled("percent", percent),
        labelled("times", times),
        labelled("faultValue", value),
        labelled("methods", methods),
        element("button", { type: "submit", className: "primary" }, word("addFault")),
      ),
      this.active,
      element("button", { type: "button", onclick: async () => { await remove("/faults"); await this.refresh(); } }, word("clearFaults")),
      this.numbers,
    );
  }

  async refresh() {
    if (this.root.hidden) return;
    const [faults, counters] = await Promise.all([get("/faults"), get("/counters")]);
    this.active.replaceChildren(
      ...(faults.length === 0 ? [element("li", {}, word("noFaults"))] : faults.map((fault) => this.row(fault))),
    );
    this.numbers.replaceChildren(
      ...pair(word("pending"), counters.pendingUpdates),
      ...Object.entries(counters.calls).flatMap(([name, count]) => pair(name, count)),
    );
  }

  row(fault) {
    const where = fault.methods.length === 0 ? "" : ` · ${fault.methods.join(", ")}`;
    const often = fault.times === 0 ? "" : ` · ${fault.times}×`;
    return element(
      "li",
      {},
      element("span", {}, `${word("faultKinds")[fault.kind]} · ${fault.percent}%${often}${where}`),
      iconButton("close", word("removeFault"), async () => { await remove(`/faults?id=${fault.id}`); await this.refresh(); }),
    );
  }
}

function number(value, min, max) {
  return element("input", { type: "number", value: String(value), min: String(min), max: String(max), required: true });
}

function labelled(key, field) {
  return element("label", {}, element("span", {}, word(key)), field);
}

function pair(name, value) {
  return [element("dt", {}, name), element("dd", {}, String(value))];
}
