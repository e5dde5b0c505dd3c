// The drawing: marks, labels and arcs as SVG, with pan, zoom and drag. Texts enter the page as text nodes only.
const data = JSON.parse(document.getElementById("data").textContent);
const SVG = "http://www.w3.org/2000/svg";
const byId = (id) => document.getElementById(id);
const kindOf = Object.fromEntries(data.kinds.map((kind) => [kind.name, kind]));
const network = byId("network"), scene = byId("scene"), LINE = 14, CHARACTER = 5.9, LANE = 15, MOST = 400;
const view = { x: 0, y: 0, scale: 1, moved: false };
const hiddenKinds = new Set();

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  return filled(made, attributes, children);
}

function drawn(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

// --- marks
function mark(shape, r) {
  if (shape === "armed") return drawn("rect", { class: `mark s-${shape}`, x: -r * 0.88, y: -r * 0.88, width: r * 1.76, height: r * 1.76 });
  if (shape === "newspublisher") return drawn("path", { class: `mark s-${shape}`, d: `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z` });
  if (shape === "organisation") {
    const corners = [0, 1, 2, 3, 4, 5].map((at) => [r * Math.sin((at * Math.PI) / 3), r * Math.cos((at * Math.PI) / 3)].map((n) => n.toFixed(2)).join(" "));
    return drawn("path", { class: `mark s-${shape}`, d: `M${corners.join("L")}Z` });
  }
  return drawn("circle", { class: `mark s-${shape}`, r });
}

// A label hangs on the rim of its mark and keeps a legible size, however far the view is.
const SIDES = {
  below: (node, wide) => ({ rim: [0, node.r + 3], left: -wide / 2, top: 0, anchor: "middle" }),
  right: (node, _, high) => ({ rim: [node.r + 5, 0], left: 0, top: -high / 2, anchor: "start" }),
  left: (node, wide, high) => ({ rim: [-node.r - 5, 0], left: -wide, top: -high / 2, anchor: "end" }),
  above: (node, wide, high) => ({ rim: [0, -node.r - 3], left: -wide / 2, top: -high, anchor: "middle" }),
};

// The box, in pixels of the view, of a node's label on one of its sides.
function labelBox(node, side, size) {
  const high = LINE * node.lines.length, wide = CHARACTER * Math.max(...node.lines.map((line) => line.length));
  const { rim, left, top, anchor } = SIDES[side](node, wide, high);
  const x = (node.x + rim[0]) * view.scale + left * size, y = (node.y + rim[1]) * view.scale + top * size;
  return { rim, top, anchor, x, y, right: x + wide * size, bottom: y + high * size };
}

const apart = (one, other) => one.right < other.x || one.x > other.right || one.bottom < other.y || one.y > other.bottom;

// Shows as many labels as find room beside marks and other labels, those of the choice and of the best connected actors first.
function labels() {
  const size = Math.max(view.scale, 1.04), named = [];
  const near = data.nodes.filter((node) => !faint(node) && inView(node)).sort((a, b) => weight(b) - weight(a)).slice(0, MOST);
  const marks = near.map(markBox), tried = new Set(near);
  for (const node of data.nodes) if (!tried.has(node)) node.name.classList.add("crowded");
  for (const node of near) {
    const boxes = [node.side, ...Object.keys(SIDES).filter((side) => side !== node.side)].map((side) => labelBox(node, side, size));
    const free = boxes.filter((box) => named.every((other) => apart(box, other)));
    const inside = free.filter((one) => one.x >= 0 && one.right <= network.clientWidth);
    const box = inside.find((one) => marks.every((other) => apart(one, other))) ?? inside[0] ?? free[0];
    if (box) named.push(box);
    node.name.classList.toggle("crowded", !box);
    hang(node, box ?? boxes[0], size / view.scale);
  }
}

function inView(node) {
  const x = view.x + node.x * view.scale, y = view.y + node.y * view.scale;
  return x > -50 && y > -50 && x < network.clientWidth + 50 && y < network.clientHeight + 50;
}

const faint = (node) => node.shown.classList.contains("dim") || node.shown.classList.contains("bare");
const weight = (node) => node.neighbours + (node.shown.matches(".chosen, :focus") ? 1e6 : 0);

function markBox(node) {
  const x = node.x * view.scale, y = node.y * view.scale, r = node.r * view.scale * 0.8;
  return { x: x - r, right: x + r, y: y - r, bottom: y + r };
}

function hang(node, box, size) {
  node.name.setAttribute("transform", `translate(${box.rim[0]} ${box.rim[1]}) scale(${size})`);
  [...node.name.children].forEach((line, at) => {
    line.setAttribute("y", box.top + LINE * (at + 0.76));
    line.setAttribute("text-anchor", box.anchor);
  });
}

function drawNode(node) {
  const count = node.bundles.length;
  const words = `${node.label}, ${node.kind}, ${plural(count, "line")}`;
  node.name = drawn("g", { class: "label" }, ...node.lines.map((line) => drawn("text", {}, line)));
  node.shown = drawn(
    "g",
    { class: `node${node.party ? " party" : ""}`, tabindex: "-1", role: "button", "aria-label": words },
    drawn("title", {}, node.label),
    drawn("circle", { class: "ring", r: node.r + 5 }),
    mark(node.shape, node.r),
    node.name,
  );
  node.shown.place = node;
  byId("nodes").append(node.shown);
}

// --- arcs
function drawBundle(bundle) {
  const kind = kindOf[bundle.kind], count = bundle.edges.length;
  bundle.width = kind.core ? 0.9 + 0.8 * Math.sqrt(count) : 0.6 + 0.25 * Math.sqrt(count);
  const head = `url(#${bundle.blanket ? "hollow" : "head"}-${bundle.kind})`;
  bundle.line = drawn("path", { class: "line", "stroke-width": bundle.width, "marker-end": head });
  if (kind.dash.length) bundle.line.setAttribute("stroke-dasharray", kind.dash.map((part) => part * bundle.width).join(" "));
  bundle.hit = drawn("path", { class: "hit" });
  bundle.count = kind.core && count > 1 ? drawn("text", {}, String(count)) : null;
  const words = `${data.nodes[bundle.source].label} → ${data.nodes[bundle.target].label}: ${kind.label}, ${plural(count, "statement")}`;
  bundle.shown = drawn("g", { class: `edge k-${bundle.kind}` }, drawn("title", {}, words), bundle.line, bundle.hit, bundle.count);
  bundle.shown.bundle = bundle;
  byId("edges").append(bundle.shown);
}

function bend(bundle) {
  const { start, control, end } = curve(bundle, bundle.lane + (bundle.group.bend ?? 0));
  const path = `M${start.x} ${start.y}Q${control.x} ${control.y} ${end.x} ${end.y}`;
  bundle.line.setAttribute("d", path);
  bundle.hit.setAttribute("d", path);
  bundle.count?.setAttribute("x", (start.x + 2 * control.x + end.x) / 4);
  bundle.count?.setAttribute("y", (start.y + 2 * control.y + end.y) / 4);
}

function curve(bundle, off) {
  const from = data.nodes[bundle.source], to = data.nodes[bundle.target];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const ux = (to.x - from.x) / length, uy = (to.y - from.y) / length;
  const lane = bundle.source < bundle.target ? off : -off;
  const control = { x: (from.x + to.x) / 2 - uy * lane * 2, y: (from.y + to.y) / 2 + ux * lane * 2 };
  return { start: leave(from, control, 1), control, end: leave(to, control, 3) };
}

// Bends parallel lines round the marks of others, so that none seems to end at an actor whom it only passes.
const BENDS = [0, 14, -14, 28, -28, 44, -44, 62, -62];
function clear(group) {
  if (data.nodes.length > MOST) return;
  const ends = [group[0].source, group[0].target], others = data.nodes.filter((node) => !ends.includes(node.at));
  let least = Infinity;
  for (const way of BENDS) {
    const over = group.reduce((sum, bundle) => sum + marksUnder(curve(bundle, bundle.lane + way), others), 0);
    if (over < least) [least, group.bend] = [over, way];
    if (!over) return;
  }
}

function marksUnder({ start, control, end }, others) {
  const under = new Set();
  for (let step = 0; step <= 24; step += 1) {
    const at = step / 24, a = (1 - at) ** 2, b = 2 * at * (1 - at), c = at ** 2;
    const x = a * start.x + b * control.x + c * end.x, y = a * start.y + b * control.y + c * end.y;
    for (const node of others) if ((node.x - x) ** 2 + (node.y - y) ** 2 < (node.r + 4) ** 2) under.add(node);
  }
  return under.size;
}

function leave(node, towards, gap) {
  const length = Math.hypot(towards.x - node.x, towards.y - node.y) || 1, reach = node.r + gap;
  return { x: node.x + ((towards.x - node.x) / length) * reach, y: node.y + ((towards.y - node.y) / length) * reach };
}

function heads() {
  for (const kind of data.kinds) {
    for (const form of ["head", "hollow"]) {
      const size = kind.core ? 11 : 6;
      const marker = drawn("marker", {
        id: `${form}-${kind.name}`, viewBox: "0 0 10 10", refX: 9.5, refY: 5, markerWidth: size, markerHeight: size,
        markerUnits: "userSpaceOnUse", orient: "auto", class: `k-${kind.name}`,
      }, drawn("path", { class: form, d: "M1 1.2L9.5 5L1 8.8Z" }));
      network.querySelector("defs").append(marker);
    }
  }
}

function draw() {
  heads();
  stretch();
  data.nodes.forEach((node, at) => Object.assign(node, { at, bundles: [] }));
  const beside = new Map();
  for (const bundle of data.bundles) {
    data.nodes[bundle.source].bundles.push(bundle);
    data.nodes[bundle.target].bundles.push(bundle);
    const ends = [bundle.source, bundle.target].sort((a, b) => a - b).join(" ");
    beside.set(ends, [...(beside.get(ends) ?? []), bundle]);
  }
  for (const group of beside.values()) {
    group.forEach((bundle, at) => Object.assign(bundle, { group, lane: (at - (group.length - 1) / 2) * LANE }));
    clear(group);
  }
  data.bundles.forEach(drawBundle);
  data.bundles.forEach(bend);
  data.nodes.forEach(drawNode);
  data.nodes.forEach(stand);
}

const stand = (node) => node.shown.setAttribute("transform", `translate(${node.x} ${node.y})`);

// --- the view
function look() {
  scene.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.scale})`);
  network.classList.toggle("far", view.scale < 0.75);
  soon();
}

// Once a frame at most: a wheel turns faster than labels are laid.
let pending = 0;
function soon() {
  pending ||= requestAnimationFrame(() => {
    pending = 0;
    labels();
  });
}

function frame() {
  const xs = data.nodes.map((node) => node.x), ys = data.nodes.map((node) => node.y);
  const [left, right, upper, lower] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const box = network.getBoundingClientRect(), beside = Math.min(105, box.width * 0.18), above = Math.min(55, box.height * 0.1);
  return {
    across: (box.width - 2 * beside) / (right - left || 1),
    down: (box.height - 2 * above) / (lower - upper || 1),
    x: box.width / 2, y: box.height / 2, centre: [(left + right) / 2, (upper + lower) / 2],
  };
}

// Draws the network out to the proportions of the window, within reason.
function stretch() {
  const { across, down } = frame(), by = Math.min(1.8, Math.max(0.7, down / across));
  for (const node of data.nodes) node.y *= by;
}

function fit() {
  const { across, down, x, y, centre } = frame();
  view.scale = Math.max(Math.min(across, down, 1.6), 0.02);
  Object.assign(view, { x: x - centre[0] * view.scale, y: y - centre[1] * view.scale, moved: false });
  look();
}

function zoom(factor, x = network.clientWidth / 2, y = network.clientHeight / 2) {
  const scale = Math.min(8, Math.max(0.02, view.scale * factor)), by = scale / view.scale;
  Object.assign(view, { scale, x: x - (x - view.x) * by, y: y - (y - view.y) * by, moved: true });
  look();
}

function bringIntoView(node) {
  const x = view.x + node.x * view.scale, y = view.y + node.y * view.scale, edge = 60;
  if (x > edge && x < network.clientWidth - edge && y > edge && y < network.clientHeight - edge) return;
  view.x += network.clientWidth / 2 - x;
  view.y += network.clientHeight / 2 - y;
  view.moved = true;
  look();
}

const pointers = new Map();
let held = null, travelled = 0;

function pressed(event) {
  if (event.button) return;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  held = event.target.closest(".node")?.place ?? null;
  travelled = 0;
}

function dragged(event) {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  const dx = event.clientX - last.x, dy = event.clientY - last.y;
  travelled += Math.abs(dx) + Math.abs(dy);
  if (travelled < 4 && pointers.size === 1) return;
  network.setPointerCapture(event.pointerId);
  network.classList.add("moving");
  if (pointers.size === 2) pinched(event, last);
  else if (held) moveNode(held, dx / view.scale, dy / view.scale);
  else {
    view.x += dx;
    view.y += dy;
    view.moved = true;
    look();
  }
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
}

function pinched(event, last) {
  const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
  const box = network.getBoundingClientRect();
  const before = Math.hypot(last.x - other.x, last.y - other.y) || 1;
  const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
  zoom(after / before, (event.clientX + other.x) / 2 - box.left, (event.clientY + other.y) / 2 - box.top);
}

function moveNode(node, dx, dy) {
  node.x += dx;
  node.y += dy;
  stand(node);
  node.bundles.forEach(bend);
}

function released(event) {
  if (!pointers.delete(event.pointerId)) return;
  if (held && travelled >= 4) {
    for (const group of new Set(held.bundles.map((bundle) => bundle.group))) {
      clear(group);
      group.forEach(bend);
    }
    soon();
  }
  network.classList.remove("moving");
  held = null;
}

network.addEventListener("pointerdown", pressed);
network.addEventListener("pointermove", dragged);
network.addEventListener("pointerup", released);
network.addEventListener("pointercancel", released);
network.addEventListener("wheel", (event) => {
  event.preventDefault();
  const box = network.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY * 0.0015), event.clientX - box.left, event.clientY - box.top);
}, { passive: false });
new ResizeObserver(() => view.moved || fit()).observe(network);
