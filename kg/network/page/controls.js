// Search, filter, table and keys.
const search = byId("search"), results = byId("results"), rows = byId("rows");
const folded = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");

// --- filter
function kindBoxes() {
  for (const kind of data.kinds.filter((one) => one.edges)) {
    const box = element("input", { type: "checkbox", value: kind.name });
    box.checked = true;
    box.addEventListener("change", filter);
    const width = kind.core ? 2.4 : 1.2;
    const sample = drawn("line", { class: "line", x1: 0, x2: 34, y1: 6, y2: 6, "stroke-width": width });
    if (kind.dash.length) sample.setAttribute("stroke-dasharray", kind.dash.map((part) => part * width).join(" "));
    const drawing = drawn("svg", { class: `k-${kind.name}`, "aria-hidden": "true" }, sample);
    byId("kinds").append(element("label", {}, box, drawing, text("span", kind.label), text("span", String(kind.edges), { class: "number" })));
  }
}

function check(wanted) {
  for (const box of byId("kinds").querySelectorAll("input")) box.checked = wanted(kindOf[box.value]);
  filter();
}

function filter() {
  hiddenKinds.clear();
  for (const box of byId("kinds").querySelectorAll("input:not(:checked)")) hiddenKinds.add(box.value);
  let shown = 0;
  for (const bundle of data.bundles) {
    const off = hiddenKinds.has(bundle.kind);
    bundle.shown.toggleAttribute("hidden", off);
    bundle.row.toggleAttribute("hidden", off);
    shown += off ? 0 : 1;
  }
  for (const node of data.nodes) node.shown.classList.toggle("bare", node.bundles.every((bundle) => hiddenKinds.has(bundle.kind)));
  byId("shown").textContent = `${shown} of ${data.bundles.length} lines shown. A line joins all statements of one kind from one actor to another.`;
  if (chosen?.node) chooseNode(chosen.node);
  else soon();
}

// --- search
let found = [], at = -1;

function find() {
  const wanted = folded(search.value.trim());
  at = -1;
  found = wanted ? [...actorsNamed(wanted), ...edgesQuoting(wanted)].slice(0, 30) : [];
  results.replaceChildren(...found.map(option));
  if (wanted && !found.length) results.append(text("li", "Nothing found", { "aria-disabled": "true" }));
  const open = Boolean(wanted);
  results.toggleAttribute("hidden", !open);
  search.setAttribute("aria-expanded", String(open));
  search.removeAttribute("aria-activedescendant");
}

function actorsNamed(wanted) {
  const rank = (node) => (folded(node.label).startsWith(wanted) ? 0 : 1);
  const named = data.nodes.filter((node) => folded(`${node.label} ${node.also}`).includes(wanted));
  return named.sort((a, b) => rank(a) - rank(b)).map((node) => ({ title: node.label, note: node.kind, open: () => chooseNode(node, true) }));
}

function edgesQuoting(wanted) {
  const quoting = new Map(data.statements.map((said, number) => [number, said.quote]).filter(([, quote]) => folded(quote).includes(wanted)));
  const hits = [];
  for (const bundle of data.bundles.toReversed()) {
    const edge = bundle.edges.find((one) => quoting.has(one.statement));
    if (!edge) continue;
    hits.push({ title: `“${quoting.get(edge.statement)}”`, note: `${labelOf(bundle.source)} → ${labelOf(bundle.target)}: ${kindOf[bundle.kind].label}`, open: () => chooseEdge(bundle, null, true) });
    quoting.delete(edge.statement);
  }
  return hits;
}

function option(hit, number) {
  const made = element("li", { id: `result-${number}`, role: "option", "aria-selected": "false" }, text("span", hit.title), text("small", hit.note));
  made.addEventListener("click", () => take(hit));
  return made;
}

function take(hit) {
  search.value = "";
  find();
  hit.open();
}

function mark_(number) {
  results.children[at]?.setAttribute("aria-selected", "false");
  at = (number + found.length) % found.length;
  const one = results.children[at];
  one.setAttribute("aria-selected", "true");
  one.scrollIntoView({ block: "nearest" });
  search.setAttribute("aria-activedescendant", one.id);
}

search.addEventListener("input", find);
search.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && found.length) {
    event.preventDefault();
    mark_(at < 0 && step < 0 ? found.length - 1 : at + step);
  } else if (event.key === "Enter" && found.length) {
    event.preventDefault();
    take(found[Math.max(at, 0)]);
  } else if (event.key === "Escape" && search.value) {
    event.stopPropagation();
    event.preventDefault();
    search.value = "";
    find();
  }
});
search.addEventListener("blur", () => setTimeout(() => results.toggleAttribute("hidden", true), 150));
search.addEventListener("focus", () => search.value && find());

// --- table
function fillTable() {
  const order = (bundle) => data.kinds.indexOf(kindOf[bundle.kind]);
  const byName = (a, b) => labelOf(a.source).localeCompare(labelOf(b.source), "en") || labelOf(a.target).localeCompare(labelOf(b.target), "en");
  for (const bundle of [...data.bundles].sort((a, b) => order(a) - order(b) || byName(a, b))) {
    const button = text("button", String(bundle.edges.length), { type: "button", "aria-label": `Quotations: ${bundle.shown.querySelector("title").textContent}` });
    button.addEventListener("click", () => chooseEdge(bundle, null, true));
    bundle.row = element("tr", {}, text("th", labelOf(bundle.source), { scope: "row" }), text("td", kindOf[bundle.kind].label + (bundle.blanket ? " (blanket)" : "")), text("td", labelOf(bundle.target)), element("td", {}, button));
    rows.append(bundle.row);
  }
}

function keyToMarks() {
  for (const shape of data.shapes) {
    const drawing = drawn("svg", { viewBox: "-10 -10 20 20", class: "node", "aria-hidden": "true" }, mark(shape.name, 7));
    byId("marks").append(element("li", {}, drawing, text("span", shape.label)));
  }
}

// --- the drawing by pointer and by keys
network.addEventListener("click", (event) => {
  if (travelled >= 4) return;
  const node = event.target.closest(".node")?.place, bundle = event.target.closest(".edge")?.bundle;
  if (node) chooseNode(node);
  else if (bundle) chooseEdge(bundle);
  else choosePrevious();
});

function stop(node) {
  network.querySelector('.node[tabindex="0"]')?.setAttribute("tabindex", "-1");
  node.shown.setAttribute("tabindex", "0");
}

function beside(node, dx, dy) {
  let best = null, least = Infinity;
  for (const other of data.nodes) {
    const x = other.x - node.x, y = other.y - node.y, along = x * dx + y * dy;
    if (other === node || along <= 0 || other.shown.classList.contains("bare")) continue;
    const cost = along + 2.2 * Math.abs(x * dy - y * dx);
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

network.addEventListener("focusin", (event) => {
  if (!event.target.place) return;
  stop(event.target.place);
  soon();
});
network.addEventListener("keydown", (event) => {
  const node = event.target.place;
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!node || event.ctrlKey || event.altKey || event.metaKey) return;
  if (way) {
    const next = beside(node, ...way);
    if (next) {
      bringIntoView(next);
      next.shown.focus();
    }
  } else if (event.key === "Enter" || event.key === " ") chooseNode(node, true);
  else return;
  event.preventDefault();
});

panel.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], list = [...panel.querySelectorAll(".edges button")];
  if (!step || !list.length) return;
  event.preventDefault();
  const here = list.indexOf(document.activeElement);
  list[Math.min(list.length - 1, Math.max(0, here < 0 ? 0 : here + step))].focus();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const typing = event.target === search;
  if (event.key === "Escape") choosePrevious();
  else if (typing) return;
  else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") fit();
});

byId("closer").addEventListener("click", () => zoom(1.25));
byId("farther").addEventListener("click", () => zoom(0.8));
byId("fit").addEventListener("click", fit);
byId("all").addEventListener("click", () => check(() => true));
byId("core").addEventListener("click", () => check((kind) => kind.core));

draw();
fit();
kindBoxes();
keyToMarks();
fillTable();
filter();
overview();
byId("figures").textContent = `${plural(data.nodes.length, "actor")}, ${plural(data.statements.length, "statement")}, ${plural(data.kinds.reduce((sum, kind) => sum + kind.edges, 0), "edge")} drawn as ${plural(data.bundles.length, "line")}.`;
if (data.nodes.length) stop(data.nodes.reduce((most, node) => (node.neighbours > most.neighbours ? node : most)));
