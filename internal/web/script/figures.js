// A chart is drawn anew, with periods that can be chosen, once somebody points at one or reaches it by keys: what draws it weighs more
// than the page, and whoever only reads does not fetch it. Until then, and where anything fails, the server's drawing stays.
const from = document.querySelector("[data-plot]")?.dataset.plot;
let asked;

function ask() {
  asked ??= import(from).catch((error) => console.warn("the charts stay as the server drew them", error));
}

// What stands in one row, or in none, is not drawn anew: there is nothing to choose.
const chooses = (figure) => figure.parentElement.querySelectorAll("tr[data-at]").length > 1;

for (const figure of from ? [...document.querySelectorAll("figure[data-chart]")].filter(chooses) : []) {
  figure.querySelector("svg.chart")?.setAttribute("tabindex", "0");
  figure.addEventListener("pointerenter", ask, { once: true });
  figure.addEventListener("focusin", ask, { once: true });
}
