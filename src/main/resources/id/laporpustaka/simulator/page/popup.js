// Menus, dialogs and toasts inside a phone or over the page.
import { element } from "./dom.js";
import { word } from "./words.js";

// `items`: [{ label, detail, run }]; closes by choice, Escape or a touch elsewhere.
export function openMenu(host, label, items, className = "") {
  const opener = document.activeElement;
  const menu = element("div", { className: `menu ${className}`, role: "menu", "aria-label": label });
  const shade = element("div", { className: "shade" });
  const close = (focusBack) => {
    shade.remove();
    if (focusBack && opener instanceof HTMLElement) opener.focus();
  };
  for (const item of items) {
    menu.append(
      element(
        "button",
        {
          type: "button",
          role: "menuitem",
          className: item.dangerous ? "dangerous" : "",
          onclick: () => {
            close(true);
            item.run();
          },
        },
        element("span", {}, item.label),
        item.detail ? element("small", {}, item.detail) : null,
      ),
    );
  }
  shade.addEventListener("click", (event) => event.target === shade && close(false));
  shade.addEventListener("keydown", (event) => {
    const buttons = [...menu.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    if (event.key === "Escape") close(true);
    if (event.key === "ArrowDown") buttons[(at + 1) % buttons.length].focus();
    if (event.key === "ArrowUp") buttons[(at - 1 + buttons.length) % buttons.length].focus();
  });
  shade.append(menu);
  host.append(shade);
  menu.querySelector("button")?.focus();
}

export function toast(host, text, millis = 3500) {
  host.querySelectorAll(".toast").forEach((old) => old.remove());
  const shown = element("div", { className: "toast", role: "status" }, text);
  host.append(shown);
  setTimeout(() => shown.remove(), millis);
}

// A dialog with a form; `save` gets the form data and may refuse by throwing.
export function openDialog(host, title, fields, saveLabel, save) {
  const problem = element("p", { className: "problem", role: "alert" });
  const dialog = element("dialog", { "aria-label": title, className: "dialog" });
  const form = element(
    "form",
    {
      onsubmit: async (event) => {
        event.preventDefault();
        try {
          await save(new FormData(form));
          dialog.close();
        } catch (failure) {
          problem.textContent = word("failed", failure.message);
        }
      },
    },
    element("h2", {}, title),
    ...fields,
    problem,
    element(
      "div",
      { className: "dialog-buttons" },
      element("button", { type: "button", onclick: () => dialog.close() }, word("cancel")),
      element("button", { type: "submit", className: "primary" }, saveLabel),
    ),
  );
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  host.append(dialog);
  dialog.showModal();
}

export function openAlert(host, title, text) {
  const alert = element("div", { className: "shade centred" });
  const close = () => alert.remove();
  alert.append(
    element(
      "div",
      { className: "alert", role: "alertdialog", "aria-label": title },
      element("strong", {}, title),
      element("p", {}, text),
      element("button", { type: "button", onclick: close }, word("ok")),
    ),
  );
  alert.addEventListener("keydown", (event) => event.key === "Escape" && close());
  host.append(alert);
  alert.querySelector("button").focus();
}
