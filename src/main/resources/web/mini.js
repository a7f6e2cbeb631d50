// The page inside Telegram: hands on who Telegram says has opened it, and opens links outside of its frame.
(() => {
  const telegramWeb = "https://web.telegram.org";
  const isFramed = window.parent !== window;

  const tell = (eventType, eventData = "") => {
    if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(eventType, JSON.stringify(eventData));
    else if (isFramed) window.parent.postMessage(JSON.stringify({ eventType, eventData }), telegramWeb);
  };

  const form = document.getElementById("mini");
  const data = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
  if (form && data) {
    history.replaceState(null, "", location.pathname + location.search);
    document.getElementById("mini-outside").hidden = true;
    document.getElementById("mini-waiting").hidden = false;
    form.elements.namedItem("data").value = data;
    form.elements.namedItem("framed").value = isFramed ? "1" : "";
    tell("web_app_ready");
    tell("web_app_expand");
    form.submit();
  }

  // Telegram's frame is a sandbox, which a tab opened from here would share; one that Telegram opens does not.
  const link = document.getElementById("mini-open");
  if (link && isFramed) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      tell("web_app_open_link", { url: link.href });
    });
  }
})();
