// Owns what can be told from the files alone, on all pages: links lead to what is there, and nothing weighs too much.

import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, it } from "node:test";

import { buildSites } from "./build.mjs";

const sites = buildSites();
const kilobytes = (files) => files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024;

const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&#39;": "'", "&#x2f;": "/" };
const decoded = (text) => text.replaceAll(/&(?:amp|lt|gt|quot|#x27|#39|#x2f);/g, (one) => entities[one]);

/// Links and sources in the markup of a page, which quoted text cannot be, as its `<` and `"` are written otherwise.
const references = (html) => [...html.matchAll(/<[a-z][^<>]*?\s(?:href|src)="([^"]*)"/g)].map(([, value]) => decoded(value));

/// What is wrong with one reference: links within a site are relative, to a file, and to a place that it has.
function fault(site, page, reference) {
  if (/^https?:\/\//.test(reference)) return undefined;
  if (/^(?:[a-z]+:|\/)/i.test(reference)) return `neither relative nor of the web: ${reference}`;
  const [path, place] = reference.split("#");
  const file = path === "" ? page.file : resolve(dirname(page.file), decodeURIComponent(path));
  if (!file.startsWith(site.root) || !existsSync(file) || !statSync(file).isFile()) return `leads nowhere: ${reference}`;
  const target = site.pages.find((one) => one.file === file);
  const missing = place && target && !target.html.includes(` id="${decodeURIComponent(place)}"`);
  return missing ? `no such place: ${reference}` : undefined;
}

for (const site of sites) {
  describe(`${site.name}: files`, () => {
    it("all links lead to a file of the site", () => {
      let all = 0;
      for (const page of site.pages) {
        const found = references(page.html);
        all += found.length;
        assert.deepEqual(found.map((one) => fault(site, page, one)).filter(Boolean), [], page.path);
      }
      assert.ok(all > 10 * site.pages.length, `${all} links in ${site.pages.length} pages`);
    });

    it("the style and the scripts are light", () => {
      const assets = site.files.filter((file) => file.startsWith("assets/")).map((file) => join(site.root, file));
      const styles = assets.filter((file) => file.endsWith(".css"));
      const scripts = assets.filter((file) => file.endsWith(".js") && !/echarts[^/]*$/.test(file));
      assert.ok(styles.length > 0 && scripts.length > 0);
      assert.ok(kilobytes(styles) <= 30, `styles of ${kilobytes(styles).toFixed(1)} KB`);
      assert.ok(kilobytes(scripts) <= 20, `scripts of ${kilobytes(scripts).toFixed(1)} KB`);
    });
  });
}

describe("example: pages", () => {
  // An account's page holds all that was said, asked and promised there: some 40 KB of survey, and its records.
  it("of accounts are light", () => {
    const accounts = sites[0].pages.filter(({ type }) => type === "accounts/*");
    const heavy = accounts.filter(({ bytes }) => bytes > 64 * 1024).map(({ path, bytes }) => `${path}: ${bytes} bytes`);
    assert.deepEqual(heavy, []);
    assert.ok(accounts.length > 5);
  });
});
