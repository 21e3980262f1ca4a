// Whoever changes the language goes on reading where they were: the link carries the name of the part in view.
for (const link of document.querySelectorAll(".langs a[hreflang]")) {
  link.addEventListener("click", () => {
    let here = "";
    for (const part of document.querySelectorAll("main [id]")) {
      if (part.getClientRects().length && part.getBoundingClientRect().top <= 80) here = part.id;
    }
    const to = new URL(link.href);
    const back = (to.searchParams.get("back") || "/").split("#")[0];
    if (window.scrollY > 0 && here) to.searchParams.set("back", back + "#" + encodeURIComponent(here));
    link.href = to.href;
  });
}
// Where a page names its own address for paper, the whole of it is shown.
for (const here of document.querySelectorAll("[data-here]")) {
  here.textContent = new URL(here.textContent.trim(), location.href).href;
}
