// Owns where things stand: with every fold open no page is wider than its window, and no table that is opened lies over
// what stands beside it, with and without scripts.

import { describe, it } from "node:test";

import { conditions, drawn, none, onDisk, settled, startBrowser, visit } from "./browser.mjs";
import { buildSites } from "./build.mjs";

const sites = buildSites();
const browser = await startBrowser();

const widths = [360, 768, 1440];

/// Opens whatever can be opened: the tables behind charts, and folds.
async function openAll(page) {
  await page.evaluate(() => {
    for (const button of document.querySelectorAll("[data-show][aria-expanded=false]")) button.click();
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

/// In the page: what is wider than the window, and what lies over what. A table is seen as far as its own box lets it.
function faultsOfLayout({ width, isWhole }) {
  const name = (one) => `${one.localName}${one.id ? `#${one.id}` : ""}.${one.className} "${one.textContent.trim().replaceAll(/\s+/g, " ").slice(0, 30)}"`;
  const faults = [];
  const wide = document.documentElement.scrollWidth;
  if (wide !== width) faults.push(`${wide} px wide in a window of ${width} px`);
  const seen = (table) => {
    const box = table.getBoundingClientRect();
    const around = table.closest(".scroll");
    const clips = around && getComputedStyle(around).overflowX !== "visible";
    const limit = clips ? around.getBoundingClientRect() : box;
    return { left: Math.max(box.left, limit.left), right: Math.min(box.right, limit.right), top: Math.max(box.top, limit.top), bottom: Math.min(box.bottom, limit.bottom) };
  };
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const others = [...document.querySelectorAll("main :is(p, h2, h3, figcaption, .drawing, table, li, dt, dd, .tools)")].filter((one) => one.checkVisibility());
  for (const table of document.querySelectorAll("main table")) {
    if (!table.checkVisibility()) continue;
    const box = seen(table);
    for (const other of others) {
      if (table.contains(other) || other.contains(table) || other.closest(".spoken")) continue;
      const there = other.localName === "table" ? seen(other) : other.getBoundingClientRect();
      if (over(box, there)) faults.push(`${name(table)} lies over ${name(other)}`);
    }
    // On a wide screen a table is seen whole; only where a program has names of 200 letters one is wider than the page.
    const around = table.closest(".scroll");
    const scrolls = around && getComputedStyle(around).overflowX !== "visible" && around.scrollWidth > around.clientWidth + 1;
    if (isWhole && width >= 1440 && scrolls && !around.matches(".wide")) faults.push(`scrolls on a wide screen: ${name(table)}`);
  }
  return faults.slice(0, 6);
}

const looked = (isScripted, isWhole) => async (page) => {
  const faults = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    if (isScripted) {
      await drawn(page);
      await openAll(page);
      await settled(page);
      // Charts follow the width a moment later, when the browser tells them.
      await page.waitForFunction((most) => document.documentElement.scrollWidth <= most, width, { timeout: 1000 }).catch(() => {});
    }
    faults.push(...(await page.evaluate(faultsOfLayout, { width, isWhole })).map((fault) => `at ${width} px: ${fault}`));
  }
  return faults;
};

for (const [name, isScripted] of [["desk", true], ["scriptless", false]]) {
  const context = await browser.newContext(conditions[name]);
  for (const site of sites) {
    describe(`${site.name}: everything open, ${isScripted ? "with" : "without"} scripts`, { concurrency: 2 }, () => {
      for (const { path } of site.samples) {
        it(path, async () => none(await visit(context, onDisk(site.root), path, looked(isScripted, site.name === "example"))));
      }
    });
  }
}
