// Passkeys: what a page asks of the person's own device. The page's forms are sent as ever; this fills in what only
// a browser can know. Errors are said in the page's own words, and nothing is sent then.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const utf8 = (buffer) => new TextDecoder("utf-8", { fatal: true }).decode(buffer);

const able = () => Boolean(window.PublicKeyCredential && navigator.credentials);

async function get(box) {
  const ids = box.dataset.ids ? box.dataset.ids.split(" ") : [];
  const made = await navigator.credentials.get({
    publicKey: {
      challenge: bytes(box.dataset.challenge),
      rpId: box.dataset.rp,
      userVerification: "required",
      allowCredentials: ids.map((id) => ({ type: "public-key", id: bytes(id) })),
    },
  });
  return {
    id: text(made.rawId),
    authenticator: text(made.response.authenticatorData),
    client: utf8(made.response.clientDataJSON),
    signature: text(made.response.signature),
  };
}

async function create(box) {
  const known = box.dataset.ids ? box.dataset.ids.split(" ") : [];
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(box.dataset.challenge),
      rp: { id: box.dataset.rp, name: box.dataset.site },
      user: { id: bytes(box.dataset.user), name: box.dataset.name, displayName: box.dataset.name },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }],
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
      excludeCredentials: known.map((id) => ({ type: "public-key", id: bytes(id) })),
      attestation: "none",
    },
  });
  return { authenticator: text(made.response.getAuthenticatorData()), client: utf8(made.response.clientDataJSON) };
}

function arm(box) {
  const part = (name) => box.querySelector(`[data-part=${name}]`);
  const only = (name) => {
    for (const p of ["button", "without", "elsewhere", "unable"]) part(p).hidden = p !== name;
  };
  if (location.origin !== box.dataset.origin) return only("elsewhere");
  if (!able()) return only("unable");
  only("button");
  const button = part("button").querySelector("button");
  button.addEventListener("click", async () => {
    const form = box.closest("form");
    if (!form.reportValidity()) return;
    part("failed").hidden = true;
    button.disabled = true;
    try {
      const answer = box.dataset.passkey === "create" ? await create(box) : await get(box);
      for (const [name, value] of Object.entries(answer)) form.elements[`passkey-${name}`].value = value;
      if (box.dataset.do) {
        const field = document.createElement("input");
        field.type = "hidden";
        field.name = "do";
        field.value = box.dataset.do;
        form.append(field);
      }
      form.submit();
    } catch {
      part("failed").hidden = false;
      button.disabled = false;
      button.focus();
    }
  });
}

for (const box of document.querySelectorAll("[data-passkey]")) arm(box);
