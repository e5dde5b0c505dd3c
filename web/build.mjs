// Builds the scripts and the style into kg/serve/assets: `npm ci && npm run build`. The result is kept in the repository,
// so that an installation needs no Node; a test compares it.
import { build } from "esbuild";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const out = process.argv[2] ?? join(import.meta.dirname, "../kg/serve/assets");
const source = join(import.meta.dirname, "src");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const shared = { bundle: true, minify: true, target: "es2022", legalComments: "none", charset: "utf8", logLevel: "warning" };

// A page's script is src/PAGE.ts; a worker of it is src/PAGE.worker.ts. theme.ts runs before the first paint.
const scripts = readdirSync(source).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
await build({
  ...shared,
  entryPoints: scripts.filter((name) => name !== "theme.ts").map((name) => join(source, name)),
  outdir: out,
  format: "esm",
  loader: { ".svg": "dataurl", ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".json": "json" },
});
await build({ ...shared, entryPoints: [join(source, "theme.ts")], outdir: out, format: "iife" });
for (const name of readdirSync(source).filter((name) => name.endsWith(".css"))) {
  await build({ ...shared, entryPoints: [join(source, name)], outdir: out, loader: { ".svg": "dataurl", ".woff2": "dataurl", ".woff": "dataurl", ".ttf": "dataurl" } });
}
cpSync(join(source, "icon.svg"), join(out, "icon.svg"));

// The licences of what is bundled, as they ask.
const lock = JSON.parse(readFileSync(join(import.meta.dirname, "package-lock.json"), "utf8"));
const used = Object.entries(lock.packages).filter(([path, one]) => path && !one.dev).map(([path, one]) => `${path.replace(/^.*node_modules\//, "")} ${one.version} (${one.license ?? "see the package"})`);
writeFileSync(join(out, "LICENSES.txt"), `These packages are bundled in the scripts of this folder:\n\n${[...new Set(used)].sort().join("\n")}\n`);
