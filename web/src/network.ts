// The network page: the drawing, what is chosen of it, and where it leads.
import { type Columns, Network, dayOf, textOf } from "./network/columns";
import { Drawing, type Focus } from "./network/drawing";
import { byId, html } from "./dom/elements";
import { save } from "./network/files";
import { Finder } from "./network/finder";
import { type Progress, type Task, sunflower } from "./network/layout";
import { Panel } from "./network/panel";
import { ANY, type Choice, everything, select, toQuery } from "./network/selection";
import { Table } from "./network/table";

const LETTER = 6, NAMED = 400;

class Page {
  private choice: Choice = everything();
  private focus: Focus = { actor: null, line: null };
  private shown;
  private readonly drawing: Drawing;
  private readonly panel: Panel;
  private readonly table: Table;
  private moved = false;

  constructor(private readonly network: Network, private readonly root: HTMLElement) {
    this.kindBoxes();
    this.readAddress();
    this.shown = select(network, this.choice);
    const stage = byId("stage");
    this.drawing = new Drawing(network, stage, sunflower(this.degrees()), this.shown);
    Object.assign(stage, { drawing: this.drawing }); // for tests and the console
    this.panel = new Panel(network, byId("panel"), {
      actor: (actor) => this.chooseActor(actor, true),
      line: (line) => this.chooseLine(line, true),
      back: () => this.back(true),
    });
    this.table = new Table(network, (line) => this.chooseLine(line, true));
    new Finder(network, (actor) => this.chooseActor(actor, true));
    this.wire(stage);
    this.keyToMarks();
    if (this.choice.actor !== null) this.chooseActor(this.choice.actor, false);
    else {
      this.table.show(this.shown);
      this.details(false);
    }
    root.dataset["state"] = "drawn";
    requestAnimationFrame(() => performance.mark("network drawn"));
    this.layOut(stage);
  }

  private degrees(): Int32Array {
    return Int32Array.from({ length: this.network.actors }, (_, actor) => this.network.degree(actor));
  }

  // --- layout, in a worker
  private layOut(stage: HTMLElement): void {
    const { network } = this, { edges } = network.columns;
    const worker = new Worker(new URL("network.worker.js", import.meta.url), { type: "module" }), status = byId("progress");
    const task: Task = {
      actors: network.actors,
      source: Int32Array.from(edges.source),
      target: Int32Array.from(edges.target),
      weight: Float32Array.from(edges.kind, (kind) => (network.columns.kinds[kind]!.core ? 1 : 0.5)),
      half: network.actors <= NAMED ? this.boxes() : new Float32Array(0),
      width: Math.max(stage.clientWidth - 100, 300),
      height: Math.max(stage.clientHeight - 100, 300),
    };
    worker.addEventListener("message", (event: MessageEvent<Progress>) => {
      const { positions, step, steps, done } = event.data, calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      status.textContent = done ? "" : `Laying out: step ${step} of ${steps}`;
      if (done) {
        worker.terminate();
        this.settle(positions);
      } else if (!calm && this.drawing.atRest) this.drawing.place(positions);
    });
    worker.postMessage(task, [task.source.buffer, task.target.buffer, task.weight.buffer, task.half.buffer] as ArrayBuffer[]);
  }

  // The end of the layout, once nobody moves the view: to place all actors anew takes longer than a frame.
  private settle(positions: Float32Array): void {
    if (!this.drawing.atRest) {
      setTimeout(() => this.settle(positions), 100);
      return;
    }
    this.drawing.place(positions);
    if (!this.moved) this.drawing.fit();
    this.root.dataset["state"] = "settled";
    performance.mark("network settled");
  }

  // Half the width and height of each mark with the name below it.
  private boxes(): Float32Array {
    const half = new Float32Array(2 * this.network.actors);
    for (let actor = 0; actor < this.network.actors; actor += 1) {
      const { size } = this.drawing.mark(actor);
      half[2 * actor] = Math.max(size + 3, (Math.min(this.network.label(actor).length, 34) * LETTER) / 2);
      half[2 * actor + 1] = size + 13;
    }
    return half;
  }

  // --- what is chosen
  private apply(fit: boolean): void {
    this.shown = select(this.network, this.choice);
    this.drawing.show(this.shown, this.focus);
    this.table.show(this.shown);
    if (this.focus.line === null) this.details(false);
    if (fit) this.drawing.fit();
    history.replaceState(null, "", `${location.pathname}${toQuery(this.network, this.choice)}`);
  }

  private details(focus: boolean): void {
    if (this.focus.line !== null) void this.panel.line(this.focus.line, focus);
    else if (this.focus.actor !== null) this.panel.actor(this.focus.actor, this.shown, focus);
    else this.panel.overview(this.shown, focus);
  }

  private chooseActor(actor: number, focus: boolean): void {
    this.focus = { actor, line: null };
    this.choice.actor = actor;
    this.apply(this.choice.steps > 0);
    this.drawing.bring(actor);
    if (focus) this.details(true);
    this.intoView(focus);
  }

  private chooseLine(line: number, focus: boolean): void {
    this.focus = { actor: this.focus.actor, line };
    this.drawing.show(this.shown, this.focus);
    this.details(focus);
    this.intoView(focus);
  }

  private intoView(focus: boolean): void {
    if (focus) byId("panel").querySelector("h2")?.scrollIntoView({ block: "nearest" });
  }

  private back(focus: boolean): void {
    if (this.focus.line !== null) this.focus = { actor: this.focus.actor, line: null };
    else {
      this.focus = { actor: null, line: null };
      this.choice.actor = null;
    }
    this.apply(false);
    this.details(focus);
  }

  // --- the controls
  private kindBoxes(): void {
    const counts = new Map<number, number>();
    for (const kind of this.network.columns.edges.kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    for (const [at, kind] of this.network.columns.kinds.entries()) {
      if (!counts.has(at)) continue;
      const box = html("input", { type: "checkbox", value: String(at), name: "kind" });
      box.checked = true;
      const sample = html("span", { class: `sample k-${kind.name}${kind.dash.length ? " dashed" : ""}`, "aria-hidden": "true" });
      byId("kinds").append(html("label", {}, box, sample, kind.label, html("span", { class: "count" }, counts.get(at)!.toLocaleString("en"))));
    }
  }

  private keyToMarks(): void {
    for (const shape of this.network.columns.shapes) {
      byId("marks").append(html("li", {}, html("span", { class: `mark s-${shape.name}`, "aria-hidden": "true" }), shape.label));
    }
  }

  private readControls(): void {
    const boxes = [...byId("kinds").querySelectorAll("input")];
    this.choice.hiddenKinds = new Set(boxes.filter((box) => !box.checked).map((box) => Number(box.value)));
    this.choice.from = dayOf(byId<HTMLInputElement>("from").value);
    this.choice.until = dayOf(byId<HTMLInputElement>("until").value);
    this.choice.certainty = Number(byId<HTMLSelectElement>("certainty").value);
    this.choice.drafts = byId<HTMLInputElement>("drafts").checked;
    const steps = Number(byId<HTMLFormElement>("controls").querySelector<HTMLInputElement>("[name=steps]:checked")?.value ?? 0);
    const stepped = steps !== this.choice.steps;
    this.choice.steps = steps;
    this.apply(stepped && this.choice.actor !== null);
  }

  // What the address chooses, into the controls.
  private readAddress(): void {
    const fields = new URLSearchParams(location.search), { kinds, actors } = this.network.columns;
    const without = new Set((fields.get("without") ?? "").split(" "));
    for (const box of byId("kinds").querySelectorAll("input")) {
      box.checked = !without.has(kinds[Number(box.value)]!.name);
      if (!box.checked) this.choice.hiddenKinds.add(Number(box.value));
    }
    for (const name of ["from", "until"] as const) {
      const day = dayOf(fields.get(name) ?? "");
      this.choice[name] = day;
      byId<HTMLInputElement>(name).value = day === null ? "" : textOf(day);
    }
    const certainty = Number(fields.get("certainty") ?? ANY);
    this.choice.certainty = [0, 1, 2].includes(certainty) ? certainty : ANY;
    byId<HTMLSelectElement>("certainty").value = String(this.choice.certainty);
    this.choice.drafts = fields.get("drafts") !== "no";
    byId<HTMLInputElement>("drafts").checked = this.choice.drafts;
    const actor = actors.id.indexOf(fields.get("actor") ?? ""), steps = fields.get("steps");
    this.choice.actor = actor < 0 ? null : actor;
    this.choice.steps = steps === "1" || steps === "2" ? Number(steps) : 0;
    const radio = byId("controls").querySelector<HTMLInputElement>(`[name=steps][value="${this.choice.steps}"]`);
    if (radio) radio.checked = true;
  }

  private check(wanted: (at: number) => boolean): void {
    for (const box of byId("kinds").querySelectorAll("input")) box.checked = wanted(Number(box.value));
    this.readControls();
  }

  private wire(stage: HTMLElement): void {
    const { drawing } = this, form = byId<HTMLFormElement>("controls"), click = (id: string, act: () => void) => byId(id).addEventListener("click", act);
    form.addEventListener("change", (event) => (event.target as HTMLElement).id !== "find" && this.readControls());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => {
      this.focus = { actor: null, line: null };
      this.choice = everything();
      this.check(() => true);
      drawing.fit();
    }));
    click("all", () => this.check(() => true));
    click("core", () => this.check((at) => this.network.columns.kinds[at]!.core));
    click("closer", () => drawing.zoom(0.75));
    click("farther", () => drawing.zoom(1.33));
    click("fit", () => drawing.fit());
    for (const one of document.querySelectorAll<HTMLButtonElement>("[data-form]")) {
      one.addEventListener("click", () => {
        const status = byId("progress");
        save({ network: this.network, shown: this.shown, drawing }, one.dataset["form"]!).catch((error: unknown) => {
          status.textContent = `This could not be written: ${error instanceof Error ? error.message : error}`;
        });
      });
    }
    drawing.renderer.on("clickNode", ({ node }) => this.chooseActor(Number(node), false));
    drawing.renderer.on("clickStage", ({ event }) => {
      const line = drawing.lineAt(event);
      if (line === null) this.back(false);
      else this.chooseLine(line, false);
    });
    for (const kind of ["wheel", "pointerdown", "keydown"]) stage.addEventListener(kind, () => (this.moved = true), { passive: true });
    stage.addEventListener("keydown", (event) => this.key(event));
    byId("panel").addEventListener("keydown", (event) => event.key === "Escape" && this.back(true));
    document.addEventListener("themechange", () => drawing.recolour());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawing.recolour());
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => this.drawing.pan(-1, 0), ArrowRight: () => this.drawing.pan(1, 0), ArrowUp: () => this.drawing.pan(0, 1), ArrowDown: () => this.drawing.pan(0, -1),
      "+": () => this.drawing.zoom(0.75), "=": () => this.drawing.zoom(0.75), "-": () => this.drawing.zoom(1.33), "0": () => this.drawing.fit(), Escape: () => this.back(false),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
}

async function begin(root: HTMLElement): Promise<void> {
  try {
    const answer = await fetch("/data/network");
    if (!answer.ok) throw new Error(await answer.text());
    const network = new Network((await answer.json()) as Columns);
    if (!network.actors) return;
    root.hidden = false;
    new Page(network, root);
  } catch (error) {
    root.dataset["state"] = "failed";
    root.before(html("p", { class: "empty", role: "alert" }, `The network cannot be drawn here (${error instanceof Error ? error.message : error}). The table below holds it all the same.`));
    root.hidden = true;
  }
}

void begin(byId("network"));
