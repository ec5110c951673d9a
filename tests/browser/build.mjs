// Owns the sites under test: the example, the hostile program and the example in Russian, each built with the real binary into a temporary
// folder; and what is in them as files, without a browser. `node build.mjs FOLDER` builds them once for all test files,
// which then find them by CXBOOK_SITES; a test file that is run alone builds its own.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

import { writeHostile } from "./hostile.mjs";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

export const binary = resolve(repository, process.env.CXBOOK ?? "target/debug/cxbook");

/// All sites: those that CXBOOK_SITES names, or fresh ones, which are removed after the tests of the file that asked.
export function buildSites() {
  let folder = process.env.CXBOOK_SITES;
  if (!folder) {
    folder = mkdtempSync(join(tmpdir(), "cxbook-browser-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    build(folder);
  }
  return ["example", "hostile", "russian"].map((name) => site(name, join(folder, name)));
}

function build(folder) {
  if (!existsSync(binary)) throw new Error(`${binary} is missing: run \`cargo build\`, or name it in CXBOOK`);
  const program = join(folder, "hostile-program");
  writeHostile(program);
  const russian = join(folder, "russian-program");
  writeRussian(russian);
  for (const [name, from] of [["example", join(repository, "example-site")], ["hostile", program], ["russian", russian]]) {
    // An output folder elsewhere leaves the example's own `site/` alone. Warnings are part of the hostile program.
    const { status, stderr } = spawnSync(binary, ["build", from, "--output", join(folder, name)], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${from} does not build:\n${stderr}`);
  }
}

/// The example with everything but its data in Russian.
function writeRussian(folder) {
  const built = join(repository, "example-site", "site");
  cpSync(join(repository, "example-site"), folder, { recursive: true, filter: (from) => from !== built });
  const config = join(folder, "cxbook.yaml");
  writeFileSync(config, `${readFileSync(config, "utf8")}\nlanguage: ru\n`);
}

function site(name, root) {
  const files = filesIn(root);
  const pages = files.filter((file) => file.endsWith(".html")).map((path) => page(root, path));
  const kinds = byKind(pages);
  const longest = kinds.map(([first]) => first);
  // Of the example also the shortest, which has the least on it. What is hostile is on the longest.
  const both = kinds.flatMap((alike) => (alike.length > 1 ? [alike[0], alike.at(-1)] : alike));
  const samples = name === "example" ? both : longest;
  return { name, root, files, pages, longest, samples };
}

function page(root, path) {
  const file = join(root, path);
  return { path, file, type: typeOf(path), bytes: statSync(file).size, html: readFileSync(file, "utf8") };
}

export function filesIn(root) {
  const all = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
  return paths.map((path) => path.split(sep).join("/")).sort();
}

/// The kind of page that an address is of: `accounts/x/` and `accounts/y/` are `accounts/*`, and what stands below one
/// of them under a name of its own, such as `brief`, is a kind of its own.
export function typeOf(path) {
  const [first, ...rest] = path.split("/").slice(0, -1);
  if (first === undefined) return path;
  const kinds = rest.map((part, at) => (at === 1 && first === "accounts" ? part : "*"));
  return [first, ...kinds].join("/");
}

/// The pages of each kind, from the longest, which has the most on it, to the shortest.
function byKind(pages) {
  const kinds = new Map();
  for (const one of pages) kinds.set(one.type, [...(kinds.get(one.type) ?? []), one]);
  const order = (a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1);
  return [...kinds.values()].map((alike) => alike.sort(order));
}

/// The inline scripts that the theme's templates hold, which are the only ones a page may run.
export function themeScripts() {
  const templates = join(repository, "themes/default/templates");
  const texts = filesIn(templates).map((file) => readFileSync(join(templates, file), "utf8"));
  return texts.flatMap((text) => [...text.matchAll(/<script>([^]*?)<\/script>/g)].map((found) => found[1]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build(resolve(process.argv[2]));
