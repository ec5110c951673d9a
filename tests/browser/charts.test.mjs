// Owns the charts: each is drawn with every value that it has, says what it shows, tells its tooltips as they were
// written, follows the dark, and gives its data as a table, a CSV file and a picture.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { conditions, drawn, none, onDisk, settled, startBrowser, visit } from "./browser.mjs";
import { buildSites } from "./build.mjs";
import { download, formulas, parseCsv, pictureSize, plain, plainIn } from "./downloads.mjs";

const sites = buildSites();
const browser = await startBrowser();

/// In the page: what is wrong with how a chart is drawn. Every value must be in the chart as the options have it, and
/// wherever a mark belongs there must be a shape of the SVG.
function wronglyDrawn(figure) {
  const faults = [];
  const drawing = figure.querySelector(".drawing > div");
  const options = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const chart = echarts.getInstanceByDom(drawing);
  const series = [options.series].flat();
  const value = (item) => (item !== null && typeof item === "object" && !Array.isArray(item) ? item.value : item);
  const known = (item) => [value(item)].flat().every((part) => part !== null && part !== undefined && part !== "-");

  const shown = chart.getOption().series;
  series.forEach(({ data }, at) => {
    const [wanted, got] = [data, shown[at]?.data ?? []].map((list) => JSON.stringify(list.map(value)));
    if (wanted !== got) faults.push(`series ${at} has ${got} instead of ${wanted}`);
  });

  const edge = drawing.getBoundingClientRect();
  const middles = [...drawing.querySelectorAll("svg path, svg rect, svg circle, svg line, svg polygon")].map((shape) => {
    const { x, y, width, height } = shape.getBoundingClientRect();
    return [x - edge.x + width / 2, y - edge.y + height / 2];
  });
  const parts = (element) => (element.isGroup ? element.childrenRef().flatMap(parts) : [element]);
  const visible = (part) => part.style.opacity !== 0 && ![part.style.fill, part.style.stroke].every((one) => !one || one === "none" || one === "transparent");
  let marks = 0;
  for (const model of chart.getModel().getSeries()) {
    const { data, symbol, itemStyle, silent } = series[model.seriesIndex];
    if (symbol === "none" || itemStyle?.color === "transparent" || silent) continue;
    data.forEach((item, at) => {
      if (!known(item) || value(item) === 0) return;
      const element = model.getData().getItemGraphicEl(at);
      // A cell of a heat map is its number; its tint lies in a series of its own.
      const number = model.subType === "heatmap" && element?.getTextContent()?.style.text;
      if (number && drawing.textContent.includes(number)) return (marks += 1);
      const shape = element && parts(element).find(visible);
      if (!shape) return faults.push(`no mark for value ${at} of series ${model.seriesIndex}`);
      const box = shape.getPaintRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const there = middles.some(([left, top]) => Math.abs(left - x) < 2 && Math.abs(top - y) < 2);
      const inside = x >= 0 && y >= 0 && x <= edge.width && y <= edge.height;
      if (!there || !inside) faults.push(`value ${at} of series ${model.seriesIndex} is not drawn at ${x.toFixed()}, ${y.toFixed()}`);
      // A mark without an extent can be seen by nobody, unless its value has none.
      if (model.subType === "bar" && value(item) !== 0 && Math.min(box.width, box.height) < 0.5) faults.push(`value ${at} of series ${model.seriesIndex} is too thin to see`);
      marks += 1;
    });
  }
  if (marks < 1) faults.push("nothing to see");
  const names = new Set(drawing.innerHTML.match(/(?<=var\()--[a-z-]+/g));
  const isUnknown = (name) => !getComputedStyle(drawing).getPropertyValue(name);
  faults.push(...[...names].filter(isUnknown).map((name) => `no colour ${name}`));
  const grid = chart.getModel().getComponent("grid")?.coordinateSystem.getRect();
  if (grid && grid.width < edge.width / 4) faults.push(`labels leave the chart ${grid.width.toFixed()} of ${edge.width.toFixed()} px`);
  const cells = figure.querySelectorAll("[data-behind] tbody tr > *").length;
  if (cells < marks) faults.push(`${marks} marks, but ${cells} cells in the table behind`);
  return faults;
}

/// In the page: tooltips that do not say what was written.
function wronglyTold(figure) {
  const chart = echarts.getInstanceByDom(figure.querySelector(".drawing > div"));
  const { series } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const flat = (text) => text.replaceAll(/\s+/g, "");
  const faults = [];
  [series].flat().forEach(({ data, silent }, seriesIndex) => {
    data.forEach((item, dataIndex) => {
      if (silent || !item?.name || item.value === null) return;
      chart.dispatchAction({ type: "showTip", seriesIndex, dataIndex });
      chart.getZr().flush();
      const said = flat(figure.querySelector(".drawing").textContent);
      if (!said.includes(flat(item.name))) faults.push(`tooltip of value ${dataIndex} of series ${seriesIndex} is not: ${item.name.slice(0, 90)}`);
      chart.dispatchAction({ type: "hideTip" });
    });
  });
  return faults;
}

/// The caption, and the table that a button opens and closes.
async function said(figure) {
  const faults = [];
  const title = await figure.locator("figcaption strong").innerText();
  const finding = (await figure.locator("figcaption").innerText()).slice(title.length).trim();
  if (!title.trim() || finding.length < 10) faults.push(`a caption without a finding: ${title}`);
  const [show, behind] = [figure.locator("[data-show]"), figure.locator("[data-behind]")];
  const state = async () => [await show.getAttribute("aria-expanded"), await behind.locator("table tbody tr").first().isVisible()];
  const states = [await state()];
  for (let click = 0; click < 2; click += 1) {
    await show.click();
    states.push(await state());
  }
  const wanted = [["false", false], ["true", true], ["false", false]];
  return JSON.stringify(states) === JSON.stringify(wanted) ? faults : [...faults, `the table opens and closes so: ${JSON.stringify(states)}`];
}

/// In the page: whether a picture shows something, on the page's own paper. It is drawn apart from the chart.
async function wronglyPictured(bytes) {
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: "image/png" }));
  const pixels = (image, width, height) => {
    const context = new OffscreenCanvas(width, height).getContext("2d");
    image(context);
    return [...new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)];
  };
  const shown = pixels((context) => context.drawImage(bitmap, 0, 0), bitmap.width, bitmap.height);
  const [paper] = pixels((context) => {
    context.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    context.fillRect(0, 0, 1, 1);
  }, 1, 1);
  if (shown[0] !== paper) return ["the picture is not on the page's paper"];
  return new Set(shown).size < 3 ? ["the picture is empty"] : [];
}

/// The table as a file, cell by cell, and the chart as a picture.
async function saved(page, figure) {
  const faults = [];
  const csv = await download(page, figure.locator(".tools [data-csv]"));
  const rows = parseCsv(csv.bytes);
  const cells = await figure.locator("[data-behind] table").first().evaluate((table) => [...table.rows].map((row) => [...row.cells].flatMap((cell) => [cell.textContent, ...Array(cell.colSpan - 1).fill("")])));
  const language = await page.evaluate(() => document.documentElement.lang);
  const [wanted, got] = [cells.map((row) => row.map(plainIn(language))), rows.map((row) => row.map(plain))];
  const differ = wanted.flat().find((cell, at) => cell !== got.flat()[at]);
  if (wanted.length !== got.length || differ !== undefined) faults.push(`${csv.name} has ${got.length} of ${wanted.length} rows; first not there: ${differ}`);
  faults.push(...formulas(rows).map((cell) => `a formula in ${csv.name}: ${cell.slice(0, 40)}`));
  const picture = await download(page, figure.locator(".tools [data-png]"));
  const { width, height } = pictureSize(picture.bytes);
  const size = await figure.locator(".drawing").evaluate((one) => one.clientWidth);
  if (width < size || height < 10) faults.push(`${picture.name} is ${width} by ${height} px`);
  else faults.push(...(await page.evaluate(wronglyPictured, [...picture.bytes])));
  if (!csv.name.endsWith(".csv") || !picture.name.endsWith(".png")) faults.push(`named ${csv.name} and ${picture.name}`);
  return faults;
}

const colours = (page) =>
  page.evaluate(() => JSON.stringify([...document.querySelectorAll(".drawing svg")].map((svg) => [...svg.querySelectorAll("*")].map((one) => [getComputedStyle(one).fill, getComputedStyle(one).stroke]))));

/// All charts of a page; a chart that is not drawn gives its reason.
async function charts(page) {
  await drawn(page);
  const faults = [];
  const figures = await page.locator("figure.chart").all();
  for (const figure of figures) {
    if ((await figure.locator(".drawing").count()) === 0) {
      const reason = (await figure.locator(".reason").allInnerTexts()).join("").trim();
      if (reason.length < 10) faults.push("neither a drawing nor a reason");
      continue;
    }
    const found = [await figure.evaluate(wronglyDrawn), await figure.evaluate(wronglyTold), await said(figure), await saved(page, figure)];
    const name = (await figure.locator("[data-png]").getAttribute("data-png")) ?? "";
    faults.push(...found.flat().map((fault) => `${name}: ${fault}`));
  }
  const light = await colours(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await settled(page);
  if (light === (await colours(page))) faults.push("charts do not follow the dark");
  return faults;
}

const hasCharts = ({ html }) => html.includes('class="drawing"');
const context = await browser.newContext({ ...conditions.desk, acceptDownloads: true });

for (const site of sites) {
  describe(`${site.name}: charts`, { concurrency: 2 }, () => {
    for (const { path } of site.samples.filter(hasCharts)) {
      it(path, async () => none(await visit(context, onDisk(site.root), path, charts)));
    }
  });
}

describe("pages with charts", () => {
  it("are those that should have some", () => {
    for (const { name, samples } of sites) {
      const kinds = new Set(samples.filter(hasCharts).map(({ type }) => type));
      for (const kind of ["index.html", "accounts/*", "segments/*", "segments/*/*"]) assert.ok(kinds.has(kind), `${name}: ${kind}`);
    }
  });
});
