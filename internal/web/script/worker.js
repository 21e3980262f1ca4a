// Shows messages while no page of the desk is open, and opens the desk when one is touched. It keeps and fetches nothing.
const leads = (path) => (typeof path === "string" && /^\/[a-z]/.test(path) ? path : "/notices");

self.addEventListener("push", (event) => {
  let message = {};
  try {
    message = event.data.json();
  } catch {
    return;
  }
  event.waitUntil(
    self.registration.showNotification(String(message.say ?? ""), {
      lang: message.lang,
      dir: message.lang === "ar" ? "rtl" : "ltr",
      data: leads(message.open),
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(leads(event.notification.data)));
});
