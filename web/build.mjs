// Builds the scripts and the style into kg/serve/assets: `npm ci && npm run build`. The result is kept in the repository,
// so that an installation needs no Node; a test compares it.
import { build } from "esbuild";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const out = process.argv[2] ?? join(import.meta.dirname, "../kg/serve/assets");
const source = join(import.meta.dirname, "src");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const inputs = [];
const shared = { bundle: true, metafile: true, absWorkingDir: import.meta.dirname, minify: true, target: "es2022", legalComments: "none", charset: "utf8", logLevel: "warning" };

// A page's script is src/PAGE.ts; a worker of it is src/PAGE.worker.ts. theme.ts runs before the first paint.
async function bundle(options) {
  const { metafile } = await build(options);
  inputs.push(...Object.keys(metafile.inputs));
}

const scripts = readdirSync(source).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
await bundle({
  ...shared,
  entryPoints: scripts.filter((name) => name !== "theme.ts").map((name) => join(source, name)),
  outdir: out,
  format: "esm",
  loader: { ".svg": "dataurl", ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".json": "json" },
});
await bundle({ ...shared, entryPoints: [join(source, "theme.ts")], outdir: out, format: "iife" });
for (const name of readdirSync(source).filter((name) => name.endsWith(".css"))) {
  await bundle({ ...shared, entryPoints: [join(source, name)], outdir: out, loader: { ".svg": "dataurl", ".woff2": "dataurl", ".woff": "dataurl", ".ttf": "dataurl" } });
}
cpSync(join(source, "icon.svg"), join(out, "icon.svg"));

// The licences of what is bundled, with their texts, as they ask.
const packages = new Map();
for (const input of inputs) {
  const match = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(input);
  if (match) packages.set(match[2], join(import.meta.dirname, match[1].replace(/^.*?node_modules/, "node_modules")));
}
const notices = [...packages].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, folder]) => {
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), "utf8").replace(/\r/g, "").trim() : "";
  return `${name} ${version} (${license ?? "see the text"})\n${text ? `\n${text}\n` : ""}`;
});
writeFileSync(join(out, "LICENSES.txt"), `These packages are bundled in the scripts and styles of this folder.\n\n${notices.join("\n----\n\n")}`);
