// What only one office may read is sealed here, before the form is sent. The control in which it is written has no name,
// so that no browser ever sends it; the one that is sent receives the sealed text alone.
import { Encrypter, armor } from "age-encryption";

async function plainOf(field) {
  const control = field.querySelector("[data-plain]");
  if (control.type !== "file") return control.value.trim() === "" ? null : new TextEncoder().encode(control.value);
  const file = control.files[0];
  return file ? new Uint8Array(await file.arrayBuffer()) : null;
}

async function seal(field) {
  const plain = await plainOf(field);
  if (plain === null) return;
  const encrypter = new Encrypter();
  encrypter.addRecipient(field.dataset.seal);
  field.querySelector(".seal-armor textarea").value = armor.encode(await encrypter.encrypt(plain));
}

function prepare(form) {
  const fields = [...form.querySelectorAll("[data-seal]")];
  for (const field of fields) {
    field.querySelector(".seal-plain").hidden = false;
    field.querySelector(".seal-armor").hidden = true;
    field.querySelector("[data-sealed-already]").hidden = field.querySelector(".seal-armor textarea").value.trim() === "";
  }
  let sealed = false;
  form.addEventListener("submit", async (event) => {
    if (sealed) return;
    event.preventDefault();
    const button = event.submitter;
    try {
      for (const field of fields) await seal(field);
    } catch (error) {
      for (const field of fields) field.querySelector("[data-seal-failed]").hidden = false;
      fields[0].querySelector("[data-plain]").focus();
      console.error(error);
      return;
    }
    // While the browser is still within this event it ignores a second sending.
    await new Promise((resolve) => { setTimeout(resolve); });
    sealed = true;
    form.requestSubmit(button);
    sealed = false;
  });
}

for (const form of document.querySelectorAll("form[data-seals]")) prepare(form);
