// Owns what a reader does with a page: the switch between light and dark, and going through it by keyboard.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { conditions, drawn, none, serve, settled, startBrowser, visit } from "./browser.mjs";
import { buildSites } from "./build.mjs";

const [example] = buildSites();
const browser = await startBrowser();
const served = await serve(example.root);

/// How the page looks now: the theme it was told, its paper, and the colours of its charts.
async function looks(page) {
  await settled(page);
  return page.evaluate(() => {
    const fills = [...document.querySelectorAll(".drawing svg *")].map((one) => getComputedStyle(one).fill + getComputedStyle(one).stroke);
    const html = document.documentElement;
    return { theme: html.dataset.theme ?? "system", paper: getComputedStyle(html).backgroundColor, charts: fills.join() };
  });
}

const press = (page) => page.locator("header button[data-theme-switch]").click({ timeout: 2000 });

describe("the switch between light and dark", () => {
  it("goes from the system's way to light to dark and back, charts too, and is remembered", async () => {
    // The system is dark, so that the light that is chosen differs from it.
    const context = await browser.newContext({ ...conditions.desk, colorScheme: "dark" });
    const faults = await visit(context, served, "index.html", async (page) => {
      await drawn(page);
      const system = await looks(page);
      await press(page);
      const light = await looks(page);
      await press(page);
      const dark = await looks(page);
      await page.reload();
      await drawn(page);
      const reloaded = await looks(page);
      await press(page);
      const again = await looks(page);
      assert.deepEqual([system, light, dark, reloaded, again].map(({ theme }) => theme), ["system", "light", "dark", "dark", "system"]);
      assert.notEqual(light.paper, dark.paper);
      assert.notEqual(light.charts, dark.charts);
      assert.deepEqual([dark, reloaded, again].map(({ paper }) => paper), [system.paper, system.paper, system.paper]);
      assert.deepEqual([reloaded, again].map(({ charts }) => charts), [system.charts, system.charts]);
    });
    none(faults);
  });

  it("holds on other pages, deep down as well", async () => {
    const context = await browser.newContext(conditions.desk);
    const page = await context.newPage();
    await page.goto(`${served}index.html`);
    await press(page);
    await press(page);
    const dark = await looks(page);
    await page.goto(`${served}waves/relationship/2026-h1/index.html`);
    const { theme, paper } = await looks(page);
    assert.deepEqual([theme, paper], ["dark", dark.paper]);
  });
});

describe("by keyboard", () => {
  const context = browser.newContext(conditions.desk);

  it("the first key leads to the skip link, and that to the content", async () => {
    const faults = await visit(await context, served, "accounts/alpenquer-bahn/index.html", async (page) => {
      await page.keyboard.press("Tab");
      const skip = page.locator(":focus");
      assert.equal(await skip.getAttribute("href"), "#main");
      // It comes into view where it is focused.
      const box = await skip.boundingBox();
      assert.ok(box.y >= 0 && box.x >= 0, "the skip link stays out of sight");
      await page.keyboard.press("Enter");
      await page.waitForURL(/#main$/);
      await page.keyboard.press("Tab");
      assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null), "the next stop is not in the content");
    });
    none(faults);
  });

  it("everything that can be used is reached, in the order of the page", async () => {
    const faults = await visit(await context, served, "index.html", async (page) => {
      await drawn(page);
      const wanted = await page.evaluate(() => {
        const usable = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')];
        window.usable = usable.filter((one) => one.checkVisibility({ visibilityProperty: true }));
        return window.usable.map((_, at) => at);
      });
      const reached = [];
      for (let stop = 0; stop < wanted.length; stop += 1) {
        await page.keyboard.press("Tab");
        reached.push(await page.evaluate(() => window.usable.indexOf(document.activeElement)));
      }
      assert.deepEqual(reached, wanted);
    });
    none(faults);
  });

  it("a chart's data open by key", async () => {
    const faults = await visit(await context, served, "index.html", async (page) => {
      await drawn(page);
      const show = page.locator("[data-show]").first();
      await show.focus();
      await page.keyboard.press("Enter");
      assert.equal(await show.getAttribute("aria-expanded"), "true");
      await page.keyboard.press("Space");
      assert.equal(await show.getAttribute("aria-expanded"), "false");
    });
    none(faults);
  });
});
