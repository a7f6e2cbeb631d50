// Small helpers to build elements. Text always becomes text nodes, never markup.

export function element(tag, attributes = {}, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) created.addEventListener(name.slice(2), value);
    else if (name === "className") created.className = value;
    else created.setAttribute(name, value === true ? "" : value);
  }
  created.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return created;
}

const PATHS = {
  back: "M15 5l-7 7 7 7",
  more: "M12 5.500v.01M12 12v.01M12 18.500v.01",
  attach: "M20 11.500l-8.200 8.200a5 5 0 0 1-7-7l8.500-8.500a3.300 3.300 0 0 1 4.700 4.700l-8.400 8.400a1.700 1.700 0 0 1-2.400-2.400l7.700-7.700",
  send: "M4 12l16-8-5 16-3.500-6.500z",
  down: "M6 9.500l6 6 6-6",
  keys: "M4 6h16v12H4zM8 10h.01M12 10h.01M16 10h.01M8 14h8",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  pin: "M12 21s7-6.500 7-11.500A7 7 0 0 0 5 9.500C5 14.500 12 21 12 21zM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5",
  close: "M6 6l12 12M18 6L6 18",
  check: "M4 12.500l5 5L20 6.500",
  checks: "M1.500 12.500l5 5L17 6.500M11 16l1.500 1.500L23 6.500",
  open: "M9 6h9v9M18 6L6 18",
  play: "M8 5l11 7-11 7z",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21a8 8 0 0 1 16 0",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.500 14.500a4.500 4.500 0 0 0 7 0M9 9.500v.01M15 9.500v.01",
  mic: "M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zM6 11a6 6 0 0 0 12 0M12 17v4",
  film: "M3 6h12v12H3zM15 10.500l6-3.500v10l-6-3.500z",
  music: "M9 18V5l11-2v13M9 18a3 3 0 1 1-3-3 3 3 0 0 1 3 3zM20 16a3 3 0 1 1-3-3 3 3 0 0 1 3 3z",
  image: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9v.01",
};

export function icon(name) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, onclick, className = "") {
  return element("button", { type: "button", className: `icon-button ${className}`, "aria-label": label, title: label, onclick }, icon(name));
}
