// The details beside the drawing: an actor with its neighbourhood and measures, an edge with the words behind it.
const panel = byId("panel");
let chosen = null; // { node } or { bundle, from }, from being the node whose list led to the edge

const text = (name, words, attributes = {}) => element(name, attributes, words);

function overview() {
  panel.replaceChildren(
    text("h2", "What is drawn here", { tabindex: "-1" }),
    text("p", "Choose an actor or a line: in the drawing, by searching, or in the table below. The words behind it, with their articles, appear here."),
    text("h3", "Edges by kind"),
    kindTable(data.kinds.filter((kind) => kind.edges)),
    text("h3", "Accusations that the accused is reported to deny"),
    data.answered.length ? edgeList(data.answered.map((at) => data.bundles[at]), (bundle) => `${labelOf(bundle.source)} → ${labelOf(bundle.target)}`) : text("p", "none"),
    text("p", `${data.answered.length} of ${plural(data.accusing, "pair")} of accuser and accused. What a spokesman denies counts for the spokesman, not for the body.`, { class: "sub" }),
  );
}

function kindTable(kinds) {
  const head = ["kind", "edges", "pairs", "both ways"].map((words) => text("th", words, { scope: "col" }));
  const body = kinds.map((kind) => element("tr", {}, text("th", kind.label, { scope: "row" }), ...[kind.edges, kind.pairs, percent(kind.reciprocity)].map((value) => text("td", String(value)))));
  return element("table", { class: "small" }, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body));
}

const percent = (share) => `${Math.round(share * 100)} %`;
const labelOf = (at) => data.nodes[at].label;

function listed(pairs) {
  return element("dl", {}, ...pairs.flatMap(([name, value]) => [text("dt", name), text("dd", value)]));
}

function edgeList(bundles, words) {
  return element("ul", { class: "edges" }, ...bundles.map((bundle) => {
    const button = element("button", { type: "button", class: `k-${bundle.kind}` }, text("span", words(bundle)), text("span", String(bundle.edges.length), { class: "number" }));
    button.addEventListener("click", () => chooseEdge(bundle, chosen?.node ?? chosen?.from ?? null, true));
    return element("li", {}, button);
  }));
}

function chooseNode(node, focus = false) {
  chosen = { node };
  const visible = node.bundles.filter((bundle) => !hiddenKinds.has(bundle.kind));
  const facts = [["statements", node.statements], ["denials", node.denials], ["concessions", node.acknowledgements], ["silences", node.silences], ["neighbours", node.neighbours], [data.estimated ? "betweenness (estimate)" : "betweenness", node.betweenness]];
  if (node.also) facts.unshift(["also", node.also]);
  panel.replaceChildren(
    text("h2", node.label, { tabindex: "-1" }),
    text("p", node.kind + (node.party ? "; a claim names it, or one of its side, as an attacker" : ""), { class: "sub" }),
    listed(facts.map(([name, value]) => [name, String(value)])),
    ...data.kinds.flatMap((kind) => grouped(kind, node, visible)),
  );
  if (!visible.length) panel.append(text("p", "No edge of the kinds that are shown."));
  highlight(new Set([node, ...visible.flatMap((bundle) => [data.nodes[bundle.source], data.nodes[bundle.target]])]), new Set(visible), node.shown);
  bringIntoView(node);
  opened(focus);
}

function grouped(kind, node, visible) {
  const given = visible.filter((bundle) => bundle.kind === kind.name && bundle.source === node.at);
  const received = visible.filter((bundle) => bundle.kind === kind.name && bundle.target === node.at);
  const parts = [];
  if (given.length) parts.push(text("h3", kind.label), edgeList(given, (bundle) => labelOf(bundle.target)));
  if (received.length) parts.push(text("h3", kind.passive), edgeList(received, (bundle) => labelOf(bundle.source)));
  return parts;
}

function chooseEdge(bundle, from = null, focus = false) {
  chosen = { bundle, from };
  const source = data.nodes[bundle.source], target = data.nodes[bundle.target], kind = kindOf[bundle.kind];
  const [before, after] = kind.reported.split("{}");
  panel.replaceChildren(
    text("h2", `${source.label} → ${target.label}`, { tabindex: "-1" }),
    text("p", kind.label, { class: `stance k-${kind.name}` }),
    element("p", { class: "sub" }, "By the reports quoted below, ", nodeLink(source), ` ${before}`, nodeLink(target), `${after}. This is what is reported, not a finding.`),
    element("ul", { class: "receipts" }, ...bundle.edges.map((edge) => receipt(edge))),
  );
  highlight(new Set([source, target]), new Set([bundle]), bundle.shown);
  opened(focus);
}

function opened(focus) {
  const heading = panel.querySelector("h2");
  panel.scrollTop = 0;
  if (focus) heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "nearest" });
}

function nodeLink(node) {
  const button = element("button", { type: "button", class: "plain" }, node.label);
  button.addEventListener("click", () => chooseNode(node, true));
  return button;
}

function receipt(edge) {
  if (edge.statement < 0) return text("li", "By the reference data: no statement stands behind it.");
  const said = data.statements[edge.statement];
  const facts = [
    ["said by", said.speaker], ["form", said.form],
    ["reach", edge.blanket ? "blanket: what the other asserts falls within its scope" : ""],
    ["attacker named", { joint: "together with others", alternative: "as one of several who may be it" }[edge.responsibility] ?? ""],
    ["answers", edge.answered], ["certainty", said.certainty], ["said on", said.date || "no day given"],
    ["article", said.title], ["published", said.published], ["publisher", said.publisher],
    ["reported by", said.reporter === said.publisher ? "" : said.reporter], ["review", said.review],
  ];
  return element("li", {},
    text("blockquote", said.quote),
    text("span", said.stance, { class: "stance" }),
    said.says ? contents(said.says.split("\n")) : null,
    listed(facts.filter(([, value]) => value)),
  );
}

function contents(claims) {
  const list = element("ul", { class: "says" }, ...claims.map((claim) => text("li", claim)));
  if (claims.length <= 3) return list;
  return element("details", {}, text("summary", `${claims.length} claims, each with its stance`), list);
}

function highlight(nodes, bundles, one) {
  for (const node of data.nodes) node.shown.classList.toggle("dim", !nodes.has(node));
  for (const bundle of data.bundles) bundle.shown.classList.toggle("dim", !bundles.has(bundle));
  network.querySelector(".chosen")?.classList.remove("chosen");
  one.classList.add("chosen");
  soon();
}

function choosePrevious() {
  const { bundle, from, node } = chosen ?? {};
  if (bundle && from) return chooseNode(from, panel.contains(document.activeElement));
  chosen = null;
  for (const shown of network.querySelectorAll(".dim, .chosen")) shown.classList.remove("dim", "chosen");
  const focused = panel.contains(document.activeElement);
  soon();
  overview();
  if (focused) (node ? node.shown : byId("search")).focus();
  return undefined;
}
