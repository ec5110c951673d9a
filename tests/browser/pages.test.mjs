// Owns what holds for every page of both sites: each kind of page is opened once at a desk, once on a phone and once
// without scripts, and held to all the checks of that condition.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { address, conditions, drawn, none, onDisk, serve, settled, startBrowser, visit } from "./browser.mjs";
import { buildSites } from "./build.mjs";
import * as checks from "./checks.mjs";

const sites = buildSites();
const browser = await startBrowser();

/// Light, then dark, then on paper: served from a folder deep in a server, with scripts that come late.
async function atADesk(page) {
  await drawn(page);
  await settled(page);
  const light = [await checks.steady(page), await checks.inert(page), await checks.structured(page), await checks.accessible(page)];
  const focus = await checks.focusVisible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await settled(page);
  const dark = (await checks.accessible(page, checks.onColour)).map((fault) => `in the dark: ${fault}`);
  return [...light.flat(), ...focus, ...dark, ...(await checks.printable(page))];
}

/// Narrow, then as at a zoom of 200 %: from disk, by somebody who wants nothing to move.
async function onAPhone(page) {
  await drawn(page);
  const narrow = await checks.fits(page, 360);
  return [...narrow, ...(await checks.still(page)), ...(await checks.inert(page)), ...(await checks.fits(page, 640))];
}

/// Without scripts, from disk; the first link of the navigation leads somewhere.
async function withoutScripts(page) {
  const faults = [...(await checks.readable(page)), ...(await checks.structured(page)), ...(await checks.inert(page))];
  const link = page.locator("header.site nav a").last();
  const to = await link.evaluate((one) => one.href);
  await link.click();
  await page.waitForURL(to);
  return (await page.locator("h1").count()) === 1 ? faults : [...faults, `nothing at ${to}`];
}

const looks = [
  { name: "served, at a desk", context: "desk", base: (site, served) => served, look: atADesk, before: checks.noteShifts },
  { name: "from disk, on a phone", context: "phone", base: (site) => onDisk(site.root), look: onAPhone },
  { name: "from disk, without scripts", context: "scriptless", base: (site) => onDisk(site.root), look: withoutScripts },
];

// All is opened before the first test is told of: the browser ends with the last of those that are.
const plan = [];
for (const site of sites) {
  const served = await serve(site.root);
  for (const { context, ...one } of looks) plan.push({ site, served, ...one, context: await browser.newContext(conditions[context]) });
}

for (const { site, served, name, context, base, look, before } of plan) {
  describe(`${site.name}: every kind of page, ${name}`, { concurrency: 2 }, () => {
    for (const { path } of site.samples) {
      it(path, async () => none(await visit(context, base(site, served), path, look, before)));
    }
  });
}

describe("the pages looked at", () => {
  for (const { name, pages, samples } of sites) {
    it(`are of every kind that the ${name} has`, () => {
      const kinds = new Set(pages.map(({ type }) => type));
      assert.deepEqual(new Set(samples.map(({ type }) => type)), kinds);
      for (const kind of ["index.html", "accounts", "accounts/*", "segments/*/*", "waves/*/*", "methodology"]) assert.ok(kinds.has(kind), kind);
    });
  }
});

describe("hostile text", () => {
  it("is on the page as it was written", async () => {
    const context = await browser.newContext(conditions.desk);
    const root = sites[1].root;
    const faults = await visit(context, onDisk(root), "accounts/account_0/index.html", async (page) => {
      const text = await page.locator("body").innerText();
      const written = ["<script>window.evil=", "{{ 7*191 }}{% raw %}", "#*#*#window.evil=", "{b|bold} {a}", "&lt;b&gt; &amp;amp; &#106;avascript", "W".repeat(200), "مرحبا"];
      const missing = written.filter((one) => !text.includes(one)).map((one) => `not shown: ${one}`);
      return text.includes("1337") ? [...missing, "a template of the data was run"] : missing;
    });
    none(faults);
  });
});

describe("an address that no page has", () => {
  it("is answered by a page that stands on its own", async () => {
    const context = await browser.newContext(conditions.desk);
    const faults = await visit(context, onDisk(sites[0].root), "404.html", async (page) => {
      return (await page.locator("a").count()) > 0 ? [] : ["it leads nowhere"];
    });
    none(faults);
    assert.ok(address("file:///x/", "a b/ü").endsWith("a%20b/%C3%BC"));
  });
});
