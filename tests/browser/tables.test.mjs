// Owns the tools of tables: every head sorts, the search and the lists hide rows and tell how many are left, and what is
// shown can be saved.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { conditions, onDisk, startBrowser, visit } from "./browser.mjs";
import { buildSites } from "./build.mjs";
import { download, formulas, parseCsv, plain } from "./downloads.mjs";

const sites = buildSites();
const browser = await startBrowser();

/// The rows that a table shows, each as the texts of its cells; rows that head a group or stand for all are none.
const rows = (table) =>
  table.evaluate((one) =>
    [...one.tBodies]
      .flatMap((body) => [...body.rows])
      .filter((row) => row.checkVisibility() && !row.matches(".group, .everyone"))
      .map((row) => [...row.cells].map((cell) => cell.textContent.trim().replaceAll(/\s+/g, " "))),
  );

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// What a cell is sorted by: a number, also with a currency, a unit or a true minus sign; a day; `null` where there is
/// none; `undefined` where it is more than one thing, about which nothing is held here.
function sortValue(text) {
  if (["", "–", "—", "?"].includes(text)) return null;
  const day = /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})$/.exec(text);
  if (day) return Date.UTC(day[3], months.indexOf(day[2]), day[1]);
  const number = /^(?:[A-Z]{3} )?([+−-]?[\d,]+(?:\.\d+)?)(?: ?%)?$/.exec(text);
  return number ? Number(number[1].replaceAll(",", "").replace("−", "-")) : undefined;
}

/// Whether cells are in order, as far as they can be told, with those without a value last.
function outOfOrder(cells, direction) {
  const values = cells.map(sortValue);
  const told = values.filter((value) => typeof value === "number");
  const sign = direction === "ascending" ? 1 : -1;
  const faults = told.flatMap((value, at) => (at > 0 && sign * (told[at - 1] - value) > 0 ? [`${told[at - 1]} before ${value}`] : []));
  const firstEmpty = values.indexOf(null);
  if (firstEmpty >= 0 && values.slice(firstEmpty).some((value) => typeof value === "number")) faults.push("rows without a value are not last");
  return faults;
}

const sorted = (table) =>
  table.locator("thead th[aria-sort]").evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-sort")).filter((one) => one !== "none"));

/// Clicks a head three times: one direction, the other, and as it was.
async function sorts(table, column) {
  const head = table.locator("thead th").nth(column);
  const name = (await head.innerText()).replaceAll(/\s+/g, " ").slice(0, 30);
  const before = await rows(table);
  const faults = [];
  const directions = [];
  for (let click = 0; click < 2; click += 1) {
    await head.locator("button").click();
    const [direction, ...others] = await sorted(table);
    directions.push(direction);
    if (others.length > 0 || (await head.getAttribute("aria-sort")) !== direction) faults.push("aria-sort is not on this head alone");
    const now = await rows(table);
    if (JSON.stringify([...now].sort()) !== JSON.stringify([...before].sort())) faults.push("rows are lost");
    faults.push(...outOfOrder(now.map((row) => row[column] ?? ""), direction));
  }
  if ([...directions].sort().join() !== "ascending,descending") faults.push(`it sorts ${directions.join(", ")}`);
  await head.locator("button").click();
  if ((await sorted(table)).length > 0) faults.push("the third click leaves aria-sort");
  if (JSON.stringify(await rows(table)) !== JSON.stringify(before)) faults.push("the third click does not restore the order");
  return faults.map((fault) => `head “${name}”: ${fault}`);
}

const counted = async (tools, shown) => {
  const status = await tools.locator("[role=status]").innerText();
  const numbers = status.match(/\d+/g)?.map(Number) ?? [];
  const told = numbers.includes(shown) || (shown === 0 && /\bno\b/i.test(status));
  return told ? [] : [`${shown} rows are shown, but the count says “${status}”`];
};

/// Types, and sees what is left.
async function searches(table, tools) {
  const all = await rows(table);
  const search = tools.locator("input[type=search]");
  const word = all[Math.min(1, all.length - 1)][0].split(" ").reduce((longest, one) => (one.length > longest.length ? one : longest));
  await search.fill(word.toUpperCase());
  const left = await rows(table);
  const faults = await counted(tools, left.length);
  const fits = ([...row]) => row.join(" ").toLowerCase().includes(word.toLowerCase());
  if (left.length === 0 || !left.every(fits)) faults.push(`${left.length} rows are left by “${word.slice(0, 30)}”`);
  if (left.length < all.filter(fits).length) faults.push("the search hides what it was asked for");
  await search.fill("qqqzzzqqq");
  if ((await rows(table)).length > 0) faults.push("a word that no row has leaves rows");
  faults.push(...(await counted(tools, 0)));
  await search.fill("");
  if ((await rows(table)).length !== all.length) faults.push("an empty search does not bring all back");
  return faults;
}

/// Takes each choice of a list, and sees what is left.
async function selects(table, tools, list) {
  const all = (await rows(table)).length;
  const faults = [];
  const choices = await list.locator("option").evaluateAll((options) => options.map((option) => option.value));
  const left = [];
  for (const choice of choices.slice(1)) {
    await list.selectOption(choice);
    left.push((await rows(table)).length);
    faults.push(...(await counted(tools, left.at(-1))));
  }
  if (choices.length < 2 || left.includes(0)) faults.push(`a list whose choices leave ${left.join(", ")} rows`);
  if (left.length > 1 && Math.min(...left) === all) faults.push("a list that hides nothing");
  await list.selectOption(choices[0]);
  if ((await rows(table)).length !== all) faults.push("the first choice does not bring all back");
  return faults;
}

/// Saves what is shown, in the order in which it is shown.
async function saves(page, table, tools) {
  const first = (await rows(table))[0][0];
  await tools.locator("input[type=search]").fill(first.slice(0, 12));
  await table.locator("thead th button").first().click();
  const shown = await rows(table);
  const { name, bytes } = await download(page, tools.locator("button[data-csv]"));
  const [heads, ...saved] = parseCsv(bytes);
  const faults = formulas([heads, ...saved]).map((cell) => `a formula in ${name}: ${cell.slice(0, 40)}`);
  const names = (list) => JSON.stringify(list.map(([text]) => plain(text)));
  if (names(saved) !== names(shown)) faults.push(`${name} has ${names(saved).slice(0, 120)} instead of ${names(shown).slice(0, 120)}`);
  if (!name.endsWith(".csv") || heads.length !== (await table.locator("thead th").count())) faults.push(`${name} has ${heads.length} columns`);
  return faults;
}

/// All of it for one table; tables of few rows may have fewer tools, but not another behaviour.
async function works(page, table) {
  const region = table.locator("xpath=ancestor::*[contains(concat(' ', @class, ' '), ' scroll ')][1]");
  const tools = region.locator("xpath=preceding-sibling::*[1][self::div][contains(concat(' ', @class, ' '), ' table-tools ')]");
  if ((await tools.count()) !== 1) return ["no tools before it"];
  const faults = [];
  for (const part of ["input[type=search]", "[role=status]", "button[data-csv]"]) {
    if ((await tools.locator(part).count()) !== 1) faults.push(`its tools have no ${part}`);
  }
  const heads = await table.locator("thead th").count();
  if ((await table.locator("thead th button").count()) !== heads) faults.push("a head without a button");
  if (faults.length > 0) return faults;
  for (let column = 0; column < heads; column += 1) faults.push(...(await sorts(table, column)));
  faults.push(...(await searches(table, tools)));
  for (const list of await tools.locator("select").all()) faults.push(...(await selects(table, tools, list)));
  return [...faults, ...(await saves(page, table, tools))];
}

async function tables(page) {
  const faults = [];
  for (const table of await page.locator("table[data-name]").all()) {
    if (!(await table.isVisible())) continue;
    const name = await table.getAttribute("data-name");
    faults.push(...(await works(page, table)).map((fault) => `${name}: ${fault}`));
  }
  return faults;
}

const hasTools = ({ html }) => /<table[^>]* data-name=/.test(html);
const context = await browser.newContext({ ...conditions.desk, acceptDownloads: true });

for (const site of sites) {
  describe(`${site.name}: tables`, { concurrency: 2 }, () => {
    for (const { path } of site.samples.filter(hasTools)) {
      it(path, async () => assert.deepEqual(await visit(context, onDisk(site.root), path, tables), []));
    }
    it("are on the page of accounts, with lists to choose from", async () => {
      const faults = await visit(context, onDisk(site.root), "accounts/index.html", async (page) => {
        const lists = await page.locator(".table-tools select").count();
        return lists > 0 ? [] : ["no list to choose from"];
      });
      assert.deepEqual(faults, []);
      assert.ok(site.samples.some((page) => page.path === "accounts/index.html" && hasTools(page)), "no table[data-name]");
    });
  });
}

describe("the reading of cells", () => {
  it("takes numbers as pages write them", () => {
    const texts = ["−12", "+7", "EUR 1,240,000", "75 %", "3.69", "30 Sep 2026", "", "9 and 8"];
    const values = [-12, 7, 1240000, 75, 3.69, Date.UTC(2026, 8, 30), null, undefined];
    assert.deepEqual(texts.map(sortValue), values);
    assert.deepEqual(outOfOrder(["−12", "+7", ""], "ascending"), []);
    assert.equal(outOfOrder(["+7", "", "−12"], "ascending").length, 2);
  });
});
