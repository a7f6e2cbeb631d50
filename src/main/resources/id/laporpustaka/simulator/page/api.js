// The control API.
const ROOT = "/simulator/api";

async function request(method, path, body) {
  const response = await fetch(ROOT + path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  return answer;
}

export const get = (path) => request("GET", path);
export const post = (path, body = {}) => request("POST", path, body);
export const remove = (path) => request("DELETE", path);
export const fileUrl = (fileId) => `${ROOT}/files/${encodeURIComponent(fileId)}`;
export const pictureUrl = (name) => `${ROOT}/pictures/${name}`;
export const eventsUrl = (chats) => `${ROOT}/events?chats=${chats.join(",")}`;

export async function readFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 32768) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 32768));
  }
  return { name: file.name, type: file.type || "application/octet-stream", base64: btoa(binary) };
}
