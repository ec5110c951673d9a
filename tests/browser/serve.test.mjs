// Owns what a browser shows while `cxbook serve` runs and the sources are edited: the overlay of mistakes, pages that
// load themselves anew and keep their place, styles that are put in, and the path that the site is under.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, describe, it } from "node:test";

import { conditions, patience, settled, startBrowser } from "./browser.mjs";
import { binary } from "./build.mjs";

const browser = await startBrowser();

const config = `title: Test
customers: b2b
questions:
  recommend: {kind: nps, text: "Would you recommend us?"}
`;
const mistake = "# Note\n\n{{ score(\"nope\") }}\n";
const paragraphs = Array.from({ length: 80 }, (_, number) => `Paragraph ${number} of a long text.\n`).join("\n");

/// Text that is longer than the screen, with two folds in it.
const long = (word) =>
  `First ${word}.\n\n<details><summary>One</summary>\n\nInside one.\n\n</details>\n\n<details><summary>Two</summary>\n\nInside two.\n\n</details>\n\n${paragraphs}`;

/// A program of its own in a temporary folder, which goes with the tests of the file.
function program(commentary) {
  const root = mkdtempSync(join(tmpdir(), "cxbook-serve-"));
  after(() => rmSync(root, { recursive: true, force: true }));
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write("cxbook.yaml", config);
  const rows = Array.from({ length: 40 }, (_, number) => `  - {id: r${number}, account: a, date: 2026-02-01, answers: {recommend: ${number % 11}}}\n`);
  write("data/accounts.yaml", "accounts: [{id: a, name: Alpha}, {id: b, name: Beta}]\n");
  write("data/surveys/s.yaml", `survey: s\nwave: w\nresponses:\n${rows.join("")}`);
  write("commentary/index.md", commentary);
  return { root, write };
}

/// Serves a program; `line` waits for a line that is printed and begins so.
async function serve({ root }, { port = 0, more = [] } = {}) {
  const child = spawn(binary, ["serve", root, "--port", String(port), ...more]);
  after(() => child.kill("SIGKILL"));
  child.stderr.resume();
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async (start) => {
    for (;;) {
      const { value, done } = await lines.next();
      assert.ok(!done, `the server ended without the line “${start}”`);
      if (value.startsWith(start)) return value.slice(start.length);
    }
  };
  const address = (await line("serving ")).split(",")[0];
  return { address, line, child };
}

async function open(address, condition = conditions.desk) {
  const context = await browser.newContext(condition);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(address);
  // Gone as soon as the page is loaded anew.
  await page.evaluate(() => (window.since = "the first load"));
  return page;
}

const loadedOnce = (page) => page.evaluate(() => window.since === "the first load");
const overlay = (page) => page.locator("cxbook-mistakes section");

/// The overlay once it says so: while a file is saved, what is read of it may be wrong in another way.
async function told(page, text) {
  await overlay(page).filter({ hasText: text }).waitFor();
  return overlay(page).innerText();
}

describe("mistakes", () => {
  it("stand over the page with file, line and excerpt, and go when they are mended", async () => {
    const sources = program("Good words.\n");
    const { address, line } = await serve(sources);
    await line("built in");
    const page = await open(address);
    assert.equal(await overlay(page).count(), 0);
    sources.write("commentary/index.md", mistake);
    const text = await told(page, "there is no figure `nope`");
    for (const part of ["commentary/index.md:3:11", "{{ score(\"nope\") }}", "recommend"]) assert.ok(text.includes(part), text);
    assert.ok(await page.getByText("Good words.").isVisible(), "the last good page stands below");
    sources.write("commentary/index.md", "Good words.\n");
    await overlay(page).waitFor({ state: "detached" });
    assert.ok(await loadedOnce(page), "nothing has changed, so nothing is loaded anew");
  });

  it("are all there is before the first site, which comes by itself", async () => {
    const sources = program(mistake);
    const { address, line } = await serve(sources);
    await line("no new site");
    const page = await open(address);
    await overlay(page).waitFor();
    sources.write("commentary/index.md", "Mended at last.\n");
    await page.getByText("Mended at last.").waitFor();
    assert.equal(await overlay(page).count(), 0);
  });

  it("are text, whatever the sources hold", async () => {
    const sources = program("<b>&\n");
    const { address, line } = await serve(sources);
    await line("built in");
    const page = await open(address);
    sources.write("commentary/index.md", "{{ nope }} <img src=x onerror=\"window.evil = 1\"></pre>\n");
    assert.ok((await told(page, "nope")).includes("<img src=x onerror"));
    assert.equal(await page.evaluate(() => "evil" in window), false);
  });

  it("can be put aside, also by keyboard, and come again when they change", async () => {
    const sources = program(mistake);
    const { address, line } = await serve(sources);
    await line("no new site");
    const page = await open(address);
    await page.locator("cxbook-mistakes button").focus();
    await page.keyboard.press("Enter");
    await overlay(page).waitFor({ state: "detached" });
    sources.write("commentary/index.md", `${mistake}\n{{ score("neither") }}\n`);
    await told(page, "neither");
  });
});

describe("a page that changed", () => {
  it("is loaded anew at its place, with its folds as they were", async () => {
    const sources = program(long("words"));
    const { address, line } = await serve(sources);
    await line("built in");
    const page = await open(address, conditions.phone);
    await page.locator("details", { hasText: "Two" }).last().locator("summary").click();
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight - innerHeight - 400, behavior: "instant" }));
    await settled(page);
    const state = () =>
      page.evaluate(() => ({ top: Math.round(scrollY), open: [...document.querySelectorAll("details")].map((fold) => fold.open) }));
    const before = await state();
    assert.ok(before.top > 500 && before.open.includes(true) && before.open.includes(false), JSON.stringify(before));
    sources.write("commentary/index.md", long("reworded"));
    await page.waitForFunction(() => !("since" in window) && document.readyState === "complete");
    await page.getByText("First reworded.").waitFor({ state: "attached" });
    await settled(page);
    assert.deepEqual(await state(), before);
  });

  it("is loaded once it is built, and another page stays", async () => {
    const sources = program("Words.\n");
    sources.write("commentary/accounts/a.md", "About Alpha.\n");
    const { address, line } = await serve(sources);
    await line("built in");
    const [alpha, beta] = [await open(`${address}accounts/a/`), await open(`${address}accounts/b/`)];
    sources.write("commentary/accounts/a.md", "News about Alpha.\n");
    await alpha.getByText("News about Alpha.").waitFor();
    await line("built in");
    assert.ok(await loadedOnce(beta));
    sources.write("data/accounts.yaml", "accounts: [{id: a, name: Alpha}, {id: b, name: Omega}]\n");
    await beta.getByRole("heading", { name: "Omega" }).waitFor();
  });

  it("shows the site's own page where it is gone, and comes back", async () => {
    const sources = program("Words.\n");
    sources.write("commentary/plan.md", "The plan.\n");
    const { address, line } = await serve(sources);
    await line("built in");
    const page = await open(`${address}plan/`);
    rmSync(join(sources.root, "commentary/plan.md"));
    await page.getByRole("heading", { name: "Page not found" }).waitFor();
    // It has its style at any address; the heading may be there before it.
    await page.waitForFunction(() => document.querySelector("link[rel=stylesheet]").sheet !== null);
    sources.write("commentary/plan.md", "The plan again.\n");
    await page.getByText("The plan again.").waitFor();
  });

  it("finds the server again that was started anew", async () => {
    const sources = program("Words.\n");
    const first = await serve(sources);
    await first.line("built in");
    const page = await open(first.address);
    const ended = new Promise((done) => first.child.on("exit", done));
    first.child.kill("SIGINT");
    assert.equal(await ended, 0);
    sources.write("commentary/index.md", "Words of later.\n");
    await serve(sources, { port: new URL(first.address).port });
    await page.getByText("Words of later.").waitFor();
  });
});

describe("a style that changed", () => {
  it("is put in without loading the page anew", async () => {
    const sources = program(long("words"));
    const { address, line } = await serve(sources);
    await line("built in");
    const page = await open(address);
    await page.evaluate(() => scrollTo({ top: 300, behavior: "instant" }));
    sources.write("themes/default/static/style.css", "body { background: rgb(1, 2, 3); min-height: 5000px }\n");
    const paper = () => page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(1, 2, 3)");
    await paper();
    await page.waitForFunction(() => document.querySelectorAll("link[rel=stylesheet]").length === 1);
    assert.ok(await loadedOnce(page));
    assert.equal(await page.evaluate(() => scrollY), 300);
    await page.reload();
    await paper();
  });
});

describe("the path of the base address", () => {
  it("is where the site is, with all that its pages ask for", async () => {
    const sources = program("Words.\n");
    const { address, line } = await serve(sources, { more: ["--base-url", "https://cx.example/our/report/"] });
    await line("built in");
    assert.ok(address.endsWith("/our/report/"), address);
    const page = await open(address);
    const refused = [];
    page.on("response", (response) => response.status() >= 400 && refused.push(response.url()));
    await page.reload();
    await page.getByRole("link", { name: "Accounts" }).first().click();
    await page.getByRole("link", { name: "Alpha" }).first().click();
    assert.ok(page.url().startsWith(`${address}accounts/a/`), page.url());
    assert.deepEqual(refused.filter((url) => !url.endsWith("/favicon.ico")), []);
    sources.write("commentary/accounts/a.md", "About Alpha.\n");
    await page.getByText("About Alpha.").waitFor();
    await page.goto(new URL("/", address).href);
    assert.equal(page.url(), address, "the root leads to the site");
  });
});

describe("the server", () => {
  it("takes the next port where one is taken", async () => {
    const taken = createServer();
    await new Promise((ready) => taken.listen(0, "127.0.0.1", ready));
    after(() => taken.close());
    const { address, line } = await serve(program("Words.\n"), { port: taken.address().port });
    await line("built in");
    assert.ok(Number(new URL(address).port) > taken.address().port, address);
    const page = await open(address);
    assert.ok(await page.getByText("Words.").isVisible());
  });

  it("is not asked in the name of another host", async () => {
    const { address, line } = await serve(program("Words.\n"));
    await line("built in");
    // A name of the internet that leads to this machine, as in DNS rebinding.
    const rebound = await browser.newContext();
    const page = await rebound.newPage();
    const { port } = new URL(address);
    const answer = await page.request.get(address, { headers: { host: `reports.example:${port}` } });
    assert.equal(answer.status(), 403);
  });
});
