// The page: which phones are open, what happens live, people and groups.
import { eventsUrl, get, post } from "./api.js";
import { element } from "./dom.js";
import { FaultDrawer } from "./faults.js";
import { Phone } from "./phone.js";
import { openDialog } from "./popup.js";
import { currentLanguage, toggleLanguage, word } from "./words.js";

const FIRST_PHONES = 4;
const REMEMBERED = "simulator.phones";

const shelf = document.getElementById("phones");
const opener = document.getElementById("open-phone");
const connection = document.getElementById("connection");
const drawer = new FaultDrawer(document.getElementById("faults"), document.getElementById("open-faults"));
const phones = new Map();
let people = [];
let bot;
let source;

async function start() {
  document.getElementById("language").addEventListener("click", changeLanguage);
  document.getElementById("add-person").addEventListener("click", addPerson);
  document.getElementById("add-group").addEventListener("click", addGroup);
  opener.addEventListener("change", () => openPhone(Number(opener.value)));
  showWords();
  [bot, people] = await Promise.all([get("/bot"), get("/users")]);
  const remembered = JSON.parse(localStorage.getItem(REMEMBERED) ?? "[]");
  const wanted = people.filter((person) => remembered.includes(person.id));
  for (const person of wanted.length > 0 ? wanted : people.slice(0, FIRST_PHONES)) addPhone(person);
  await reload();
}

function addPhone(person) {
  const phone = new Phone(person, bot, closePhone);
  phones.set(person.id, phone);
  shelf.append(phone.root);
  return phone;
}

async function openPhone(id) {
  const person = people.find((each) => each.id === id);
  if (!person || phones.has(id)) return;
  addPhone(person).root.scrollIntoView({ behavior: "smooth", inline: "center" });
  await reload();
}

function closePhone(phone) {
  phones.delete(phone.person.id);
  phone.root.remove();
  remember();
}

// Reads all phones anew and listens to all their chats.
async function reload() {
  await Promise.all([...phones.values()].map((phone) => phone.load()));
  remember();
  listen();
}

function remember() {
  localStorage.setItem(REMEMBERED, JSON.stringify([...phones.keys()]));
  const closed = people.filter((person) => !phones.has(person.id)).slice(0, 500);
  opener.replaceChildren(
    element("option", { value: "" }, word("openPhone")),
    ...closed.map((person) => element("option", { value: String(person.id) }, [person.firstName, person.lastName, person.label && `(${person.label})`].filter(Boolean).join(" "))),
  );
  opener.parentElement.hidden = closed.length === 0;
}

function listen() {
  source?.close();
  const chats = new Set([...phones.values()].flatMap((phone) => phone.chatIds()));
  const mine = new EventSource(eventsUrl([...chats]));
  source = mine;
  let lost = false;
  mine.addEventListener("open", async () => {
    showConnection(true);
    // what happened between reading and listening, or while the connection was lost
    await Promise.all([...phones.values()].map((phone) => phone.load()));
    if (lost) people = await get("/users");
    lost = false;
  });
  mine.addEventListener("error", () => {
    lost = true;
    showConnection(false);
  });
  mine.addEventListener("message", async ({ data }) => {
    const event = JSON.parse(data);
    if (event.type === "people") await peopleChanged();
    else if (event.type === "profile") for (const phone of phones.values()) phone.reloadMenus();
    else for (const phone of phones.values()) phone.take(event);
  });
}

let reloading;

function peopleChanged() {
  clearTimeout(reloading);
  reloading = setTimeout(async () => {
    people = await get("/users");
    await reload();
  }, 150);
}

function showConnection(connected) {
  connection.textContent = word(connected ? "connected" : "disconnected");
  connection.classList.toggle("lost", !connected);
}

function showWords() {
  document.documentElement.lang = currentLanguage();
  document.title = word("title");
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
}

function changeLanguage() {
  toggleLanguage();
  showWords();
  showConnection(source?.readyState === EventSource.OPEN);
  remember();
  drawer.render();
  drawer.refresh();
  for (const phone of phones.values()) phone.rebuild();
}

function field(key, name, attributes = {}) {
  return element("label", {}, element("span", {}, word(key)), element("input", { name, type: "text", ...attributes }));
}

function addPerson() {
  const language = element("select", { name: "languageCode" }, element("option", { value: "id" }, "Bahasa Indonesia"), element("option", { value: "en" }, "English"));
  const fields = [
    field("firstName", "firstName", { required: true, maxlength: "64" }),
    field("lastName", "lastName", { maxlength: "64" }),
    field("label", "label", { maxlength: "40" }),
    element("label", {}, element("span", {}, word("personLanguage")), language),
  ];
  openDialog(document.body, word("addPerson"), fields, word("create"), async (data) => {
    const person = await post("/users", Object.fromEntries(data));
    people = await get("/users");
    await openPhone(person.id);
  });
}

function addGroup() {
  const boxes = [...phones.values()].map(({ person }) =>
    element("label", { className: "check" }, element("input", { type: "checkbox", name: "member", value: String(person.id), checked: true }), element("span", {}, `${person.firstName} ${person.lastName}`)),
  );
  const fields = [field("groupTitle", "title", { required: true, maxlength: "128" }), element("fieldset", {}, element("legend", {}, word("groupMembers")), boxes)];
  openDialog(document.body, word("addGroup"), fields, word("create"), async (data) => {
    const [founder, ...others] = data.getAll("member").map(Number);
    const group = await post("/groups", { title: data.get("title"), user: founder, withBot: false });
    for (const user of others) await post(`/groups/${group.id}/members`, { user });
    await post(`/groups/${group.id}/add-bot`, { user: founder });
    await reload();
    for (const phone of phones.values()) {
      if (phone.chats.has(group.id)) {
        phone.chatId = group.id;
        phone.render();
      }
    }
  });
}

start();
