// Whoever changes the language goes on reading where they were. The list of languages stands at the top of the page, so the
// place is the part at which reading last paused before the way up there.
let read = { part: "", at: 0 };
let pause = 0;

function partInView() {
  let here = "";
  for (const part of document.querySelectorAll("main [id]")) {
    if (part.getClientRects().length && part.getBoundingClientRect().top <= 120) here = part.id;
  }
  return here;
}

function note() {
  if (window.scrollY > 200) read = { part: partInView(), at: Date.now() };
}

document.addEventListener("scroll", () => {
  if (read.part) read.at = Math.max(read.at, Date.now() - 1000);
  clearTimeout(pause);
  pause = setTimeout(note, 500);
}, { passive: true });
setTimeout(note, 500);

for (const link of document.querySelectorAll(".langs a[hreflang]")) {
  link.addEventListener("click", () => {
    const part = read.part && Date.now() - read.at < 30000 ? read.part : decodeURIComponent(location.hash.slice(1));
    const to = new URL(link.href);
    const back = (to.searchParams.get("back") || "/").split("#")[0];
    if (part) to.searchParams.set("back", back + "#" + encodeURIComponent(part));
    link.href = to.href;
  });
}

// Where a page names its own address for paper, the whole of it is shown.
for (const here of document.querySelectorAll("[data-here]")) {
  here.textContent = new URL(here.textContent.trim(), location.href).href;
}
