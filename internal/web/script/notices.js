// Lets this browser show what its person is told while no page of the desk is open. The form is filled here and sent as any other.
const form = document.querySelector("form[data-push]");
const able = isSecureContext && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

const show = (name) => {
  for (const kind of ["needs", "denied", "failed"]) {
    const note = document.querySelector(`[data-push-${kind}]`);
    if (note) note.hidden = kind !== name;
  }
};

// soon gives up on what a browser leaves without an answer: its push service may be out of reach.
const soon = (promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(fail, 20000))]);

const subscribe = async () => {
  if ((await Notification.requestPermission()) !== "granted") {
    show("denied");
    return;
  }
  await navigator.serviceWorker.register("/sw.js", { scope: "/" });
  const worker = await navigator.serviceWorker.ready;
  const old = await worker.pushManager.getSubscription();
  if (old) await old.unsubscribe(); // it may be of another key, or of who was here before
  const key = Uint8Array.from(atob(form.dataset.push.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const { endpoint, keys } = (await soon(worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }))).toJSON();
  form.elements.endpoint.value = endpoint;
  form.elements.key.value = keys.p256dh;
  form.elements.secret.value = keys.auth;
  form.submit();
};

if (form && able) {
  form.hidden = false;
  show("");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    show("");
    subscribe()
      .catch(() => show("failed"))
      .finally(() => (button.disabled = false));
  });
}

const end = document.querySelector("form[data-push-end]");
if (end && able) {
  end.addEventListener("submit", (event) => {
    event.preventDefault();
    navigator.serviceWorker
      .getRegistration("/")
      .then((worker) => worker?.pushManager.getSubscription())
      .then((subscription) => subscription?.unsubscribe())
      .catch(() => {}) // the node sends no more in any case
      .finally(() => end.submit());
  });
}
