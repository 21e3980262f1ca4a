// The charts of the figures, drawn again in the browser from the tables beside them: the same lines, bands and bars, and with
// them a period can be pointed at, or reached with the arrow keys, and is then read out. Where anything fails, the server's
// drawing stays where it is.
import * as Plot from "@observablehq/plot";

const language = document.documentElement.lang || "en";
const rtl = document.documentElement.dir === "rtl";
const locale = `${language}-u-nu-latn`;
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
const monthAndYear = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });

for (const figure of document.querySelectorAll("figure[data-chart]")) {
  try {
    enhance(figure);
  } catch (error) {
    console.warn("a chart stays as the server drew it", error);
  }
}

function enhance(figure) {
  const old = figure.querySelector("svg.chart");
  const rows = [...figure.parentElement.querySelectorAll("tr[data-at]")].map((tr, i) => ({
    i,
    tr,
    at: new Date(`${tr.dataset.at}-01T00:00:00Z`),
    value: Number(tr.dataset.value),
    low: Number(tr.dataset.low ?? tr.dataset.value),
    high: Number(tr.dataset.high ?? tr.dataset.value),
    known: tr.dataset.of !== "0",
  }));
  if (!old || rows.length < 2 || !rows.some((r) => r.known)) return;
  const share = figure.dataset.chart === "share";
  const known = rows.filter((r) => r.known);
  // As the page writes it: "0 %".
  const percent = (v) => (figure.dataset.percent ?? "0 %").replace("0", whole.format(100 * v));
  const ink = { stroke: "var(--ink)" };
  const svg = Plot.plot({
    width: 460,
    height: 250,
    marginTop: 24,
    marginBottom: 36,
    marginLeft: rtl ? 12 : 44,
    marginRight: rtl ? 44 : 12,
    x: {
      type: share ? "point" : "band",
      domain: rows.map((r) => r.i),
      reverse: rtl,
      padding: share ? 0.3 : 0.4,
    },
    y: share
      ? { domain: [Math.floor(Math.min(...known.map((r) => r.low)) * 10) / 10, 1], nice: true, clamp: true }
      : { domain: [0, Math.max(1, ...rows.map((r) => r.value))], nice: true },
    marks: [
      Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 5 }),
      Plot.axisY({
        anchor: rtl ? "right" : "left",
        ticks: 5,
        tickSize: 0,
        label: null,
        tickFormat: (v) => (share ? percent(v) : Number.isInteger(v) ? whole.format(v) : ""),
      }),
      Plot.axisX({
        tickSize: 0,
        label: null,
        ticks: rows.filter((r) => (rows.length - 1 - r.i) % Math.ceil(rows.length / 7) === 0).map((r) => r.i),
        tickFormat: (i) => (i === 0 || rows[i].at.getUTCMonth() === 0 ? monthAndYear : month).format(rows[i].at),
      }),
      share
        ? Plot.areaY(rows, { x: "i", y1: (r) => (r.known ? r.low : NaN), y2: (r) => (r.known ? r.high : NaN), fill: "var(--accent-wash)" })
        : Plot.barY(rows, { x: "i", y: "value", fill: "var(--accent)" }),
      share ? Plot.ruleX(alone(rows), { x: "i", y1: "low", y2: "high", stroke: "var(--accent)", strokeWidth: 2.5 }) : null,
      share ? Plot.lineY(rows, { x: "i", y: (r) => (r.known ? r.value : NaN), stroke: "var(--accent)", strokeWidth: 2.5 }) : null,
      share ? Plot.dot(known, { x: "i", y: "value", r: 3.5, fill: "var(--accent)" }) : null,
      share ? null : Plot.ruleY([0], ink),
    ],
  });
  // The policy of these pages permits no style but the site's own sheet, which says all that this one would.
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.removeAttribute("style");
  for (const part of svg.querySelectorAll("[aria-label], [aria-description], [aria-roledescription]")) {
    for (const name of ["aria-label", "aria-description", "aria-roledescription"]) part.removeAttribute(name); // the drawing has one name
  }
  svg.setAttribute("class", "chart plot");
  svg.setAttribute("viewBox", "0 0 460 250");
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  svg.setAttribute("direction", "ltr"); // the drawing is mirrored by its scales; the anchors of its texts are not
  svg.setAttribute("role", "img");
  svg.setAttribute("tabindex", "0");
  for (const name of ["title", "desc"]) {
    const part = old.querySelector(name);
    if (part) svg.prepend(part);
  }
  svg.setAttribute("aria-labelledby", old.getAttribute("aria-labelledby"));
  const reached = document.activeElement === old;
  old.replaceWith(svg);
  if (reached) svg.focus();
  point(figure, svg, rows, share);
}

// alone are the values without a neighbour: they have no band, and get an upright.
function alone(rows) {
  return rows.filter((r, i) => r.known && !rows[i - 1]?.known && !rows[i + 1]?.known);
}

// point lets a period be chosen by pointer or by arrow keys, marks it and says its row of the table.
function point(figure, svg, rows, share) {
  const x = svg.scale ? svg.scale("x") : null;
  const y = svg.scale ? svg.scale("y") : null;
  if (!x || !y) return;
  const ring = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  ring.setAttribute("class", "ring");
  ring.setAttribute("r", "6");
  ring.setAttribute("visibility", "hidden");
  svg.append(ring);
  const said = document.createElement("p");
  said.className = "chart-tip small";
  said.setAttribute("aria-live", "polite");
  svg.after(said);
  let now = -1;
  const place = (r) => x.apply(r.i) + (share ? 0 : (x.bandwidth ?? 0) / 2);
  const choose = (i) => {
    now = Math.min(rows.length - 1, Math.max(0, i));
    const r = rows[now];
    const cells = [...r.tr.cells].slice(1).map((td) => `${td.dataset.l}: ${td.textContent.trim()}`);
    said.textContent = `${r.tr.cells[0].textContent.trim()}. ${cells.join(" · ")}`;
    ring.setAttribute("visibility", r.known ? "visible" : "hidden");
    ring.setAttribute("cx", place(r));
    ring.setAttribute("cy", y.apply(r.value));
  };
  svg.addEventListener("pointermove", (e) => {
    const box = svg.getBoundingClientRect();
    const at = ((e.clientX - box.left) / box.width) * 460;
    choose(rows.reduce((best, r) => (Math.abs(place(r) - at) < Math.abs(place(rows[best]) - at) ? r.i : best), 0));
  });
  svg.addEventListener("keydown", (e) => {
    const step = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1 }[e.key];
    if (step) choose(now < 0 ? (step > 0 ? 0 : rows.length - 1) : now + step);
    else if (e.key === "Home") choose(0);
    else if (e.key === "End") choose(rows.length - 1);
    else return;
    e.preventDefault();
  });
}
