// Owns the browser and the server: Chromium with a context for each condition, a server that shows a site under
// `/a/b/` on this machine alone, and visits that note everything a page may not do while it is looked at.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

const quiet = ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

function executable() {
  if (process.env.CXBOOK_CHROMIUM) return process.env.CXBOOK_CHROMIUM;
  try {
    return execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
  } catch {
    throw new Error("chromium is missing: install it, or name its executable in CXBOOK_CHROMIUM");
  }
}

/// Starts the browser; it ends with the tests of the file.
export async function startBrowser() {
  const args = ["--no-sandbox", "--disable-gpu", ...quiet];
  const browser = await chromium.launch({ executablePath: executable(), args });
  after(() => browser.close());
  return browser;
}

/// Contexts by what they are for; each is made once and serves all pages of a test file.
export const conditions = {
  desk: { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  phone: { viewport: { width: 360, height: 740 }, reducedMotion: "reduce" },
  scriptless: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
};

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".csv": "text/csv",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".txt": "text/plain",
  ".xml": "application/xml",
};

/// Serves a folder under `/a/b/`, and nothing beside it; returns the address of its root.
export async function serve(root) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inside = path.startsWith("/a/b/") ? normalize(path.slice("/a/b/".length)) : undefined;
    // Browsers ask for it by themselves.
    if (path === "/favicon.ico") return response.writeHead(204).end();
    let file = inside === undefined || inside.startsWith("..") ? undefined : join(root, inside);
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!file || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}/a/b/`;
}

export const onDisk = (root) => `${pathToFileURL(root).href}/`;

export const address = (base, path) => base + path.split("/").map(encodeURIComponent).join("/");

/// How long is waited for what has to happen, in milliseconds: it only ends what would never end, because a machine that
/// is busy with other things has made a page wait for a quarter of a minute.
export const patience = 120_000;

/// Opens a page and gives it to `look`, which returns faults as texts; they come back with whatever the page did that
/// no page may do. `before` sees the page before it loads.
export async function visit(context, base, path, look, before = async () => {}) {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const faults = [];
  watch(page, base, faults);
  try {
    await before(page);
    await page.goto(address(base, path));
    faults.push(...((await look(page)) ?? []));
    if (await page.evaluate(() => "evil" in window)) faults.push(`it ran text: window.evil = ${await page.evaluate(() => window.evil)}`);
  } finally {
    await page.close();
  }
  return faults;
}

/// Fails with all faults, where there are some.
export const none = (faults) => assert.equal(faults.length, 0, `faults:\n${faults.join("\n")}`);

function watch(page, base, faults) {
  const own = (url) => [base, "data:", "blob:"].some((start) => url.startsWith(start));
  page.on("console", (message) => {
    if (["warning", "error"].includes(message.type())) faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!own(request.url())) faults.push(`request elsewhere: ${request.url()}`);
  });
  page.on("requestfailed", (request) => faults.push(`request failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
  });
}

/// Waits until every chart of the page is drawn.
export async function drawn(page) {
  const all = () => [...document.querySelectorAll(".drawing")].every((one) => one.querySelector("svg path"));
  await page.waitForFunction(all).catch(() => assert.fail("not every chart is drawn"));
}

/// Waits until what was asked for is on the screen: two frames, after which layout is done.
export const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
