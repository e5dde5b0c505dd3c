// Lays the network out beside the page, and posts where the actors are meanwhile.
import { Layout, type Progress, type Task } from "./network/layout";

const EVERY = 400; // milliseconds between two pictures of a layout under way

self.addEventListener("message", (event: MessageEvent<Task>) => {
  const layout = new Layout(event.data), every = Math.max(EVERY, event.data.actors / 10);
  const tell = (positions: Float32Array, done: boolean) => {
    const progress: Progress = { positions, step: layout.step, steps: layout.steps, done };
    postMessage(progress, { transfer: [positions.buffer as ArrayBuffer] });
  };
  let told = performance.now();
  while (layout.advance()) {
    if (performance.now() - told > every) {
      tell(layout.positions(), false);
      told = performance.now();
    }
  }
  tell(layout.settled(), true);
});
