// Whoever holds the key of an office opens what was sealed to it: the identity file is read here and goes nowhere, and
// what is opened stands on this page alone.
import { Decrypter, armor } from "age-encryption";

const box = document.querySelector("[data-unseal-box]");
const show = (name, on) => { box.querySelector(`[data-unseal-${name}]`).hidden = !on; };

async function open(identities) {
  let opened = 0;
  const values = document.querySelectorAll("[data-unseal]");
  for (const value of values) {
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    try {
      const plain = await decrypter.decrypt(armor.decode(value.querySelector("[data-armor]").textContent.trim()), "text");
      const shown = value.querySelector("[data-opened]");
      shown.textContent = plain;
      shown.hidden = false;
      opened++;
    } catch (error) {
      console.info(error.message); // another key than that to which it was sealed: the page says so
    }
  }
  show("done", opened > 0);
  show("failed", opened < values.length);
}

if (box) {
  show("form", true);
  show("none", false);
  const input = box.querySelector("input[type=file]");
  input.addEventListener("change", async () => {
    show("failed", false);
    const text = input.files[0] ? await input.files[0].text() : "";
    const identities = text.split(/\s+/).filter((word) => word.startsWith("AGE-SECRET-KEY-"));
    input.value = "";
    if (identities.length === 0) show("failed", true);
    else await open(identities);
  });
}
