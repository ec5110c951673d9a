// Owns the tools of tables: every head sorts, the search and the lists hide rows and tell how many are left, and what is
// shown can be saved.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { conditions, none, onDisk, startBrowser, visit } from "./browser.mjs";
import { buildSites } from "./build.mjs";
import { download, formulas, parseCsv, plain } from "./downloads.mjs";
import { sortValue, tableFaults } from "./tables.mjs";

const sites = buildSites();
const browser = await startBrowser();

const parts = ["button[data-csv]", "input[type=search]", "[role=status]", "select"];

/// Saves what is shown, in the order in which it is shown: by then one word is searched for and one head clicked.
async function saves(page, table, tools) {
  const texts = () => table.evaluate((one) => [...one.rows].filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent));
  const [search, head] = [tools.locator("input[type=search]"), table.locator("thead th button").first()];
  if ((await search.count()) > 0) await search.fill((await texts())[1].trim().slice(0, 12));
  if ((await head.count()) > 0) await head.click();
  const shown = await texts();
  const { name, bytes } = await download(page, tools.locator("button[data-csv]"));
  const saved = parseCsv(bytes);
  const faults = formulas(saved).map((cell) => `a formula in ${name}: ${cell.slice(0, 40)}`);
  const [wanted, got] = [shown, saved.map(([text]) => text)].map((list) => JSON.stringify(list.map(plain)));
  if (got !== wanted) faults.push(`${name} has ${got.slice(0, 160)} instead of ${wanted.slice(0, 160)}`);
  const columns = await table.evaluate((one) => [...one.tHead.rows[0].cells].reduce((sum, cell) => sum + cell.colSpan, 0));
  if (!name.endsWith(".csv") || saved[0].length !== columns) faults.push(`${name} has ${saved[0].length} of ${columns} columns`);
  return faults;
}

/// All of it for one table. The table of accounts has every tool and sorts by every head but those that hold nothing to
/// sort by; small tables and those in groups may do with fewer, but what they have must work.
async function works(page, table, isComplete) {
  const region = table.locator("xpath=ancestor::*[contains(concat(' ', @class, ' '), ' scroll ')][1]");
  // What searches and filters stands before a table; the button that saves a small one stands after it.
  const near = (side) => region.locator(`xpath=${side}-sibling::*[1][self::div][contains(concat(' ', @class, ' '), ' table-tools ')]`);
  const tools = (await table.locator("tbody tr:not(.everyone)").count()) < 8 || (await table.locator("tr.group").count()) > 0 ? near("following") : near("preceding");
  if ((await tools.count()) !== 1) return ["no tools beside it"];
  const faults = [];
  for (const part of isComplete ? parts : parts.slice(0, 1)) {
    if ((await tools.locator(part).count()) === 0) faults.push(`its tools have no ${part}`);
  }
  const still = await table.evaluate(unsortable);
  if (isComplete && still > 0) faults.push(`${still} heads have no button`);
  if (faults.length > 0) return faults;
  faults.push(...(await table.evaluate(tableFaults, { sorting: sortValue.toString() })));
  return [...faults, ...(await saves(page, table, tools))];
}

/// In the page: how many heads have no button although their cells differ.
function unsortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  const cellAt = (row, column) => [...row.cells].flatMap((cell) => Array(cell.colSpan).fill(cell))[column];
  const differ = (column) => new Set([...table.tBodies[0].rows].map((row) => cellAt(row, column)?.textContent)).size > 2;
  return heads.filter((head, at) => head.dataset.sort !== "none" && !head.querySelector("button") && differ(at)).length;
}

const tables = (isComplete) => async (page) => {
  const faults = [];
  for (const table of await page.locator("table[data-name]").all()) {
    if (!(await table.isVisible())) continue;
    const name = await table.getAttribute("data-name");
    faults.push(...(await works(page, table, isComplete)).map((fault) => `${name.slice(0, 40)}: ${fault}`));
  }
  return faults;
};

const hasTools = ({ html }) => /<table[^>]* data-name=/.test(html);
const context = await browser.newContext({ ...conditions.desk, acceptDownloads: true });

for (const site of sites) {
  describe(`${site.name}: tables`, { concurrency: 2 }, () => {
    for (const { path } of site.longest.filter(hasTools)) {
      const look = tables(path === "accounts/index.html");
      it(path, async () => none(await visit(context, onDisk(site.root), path, look)));
    }
    it("with tools are on the pages that should have some", () => {
      const kinds = new Set(site.longest.filter(hasTools).map(({ type }) => type));
      for (const kind of ["accounts", "accounts/*", "segments/*", "waves/*/*"]) assert.ok(kinds.has(kind), `no table[data-name] on ${kind}`);
    });
  });
}

describe("the reading of cells", () => {
  it("takes numbers as pages write them", () => {
    const texts = ["−12", "+7", "EUR 1,240,000", "75 %", "3.69", "30 Sep 2026", "", "9 and 8"];
    const values = [-12, 7, 1240000, 75, 3.69, Date.UTC(2026, 8, 30), null, undefined];
    assert.deepEqual(texts.map(sortValue), values);
  });
});
