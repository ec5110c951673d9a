// Owns what becomes of a click on a download: the file's name and bytes, read as CSV by the rules of RFC 4180, or as a
// picture.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

/// Clicks, and waits for the file that comes of it.
export async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/// The rows of a CSV file; a mistake in its form is an error.
export function parseCsv(bytes) {
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const rows = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const found = field.exec(text);
    assert.ok(found, `no CSV from byte ${at}: ${text.slice(at, at + 40)}`);
    rows.at(-1).push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

/// Cells that a spreadsheet would take for a formula; a negative number is none.
export const formulas = (rows) =>
  rows.flat().filter((cell) => /^[=+@\t\r]/.test(cell) || (cell.startsWith("-") && !/^-[\d.,]+( %)?$/.test(cell)));

/// A cell of a page as a file has it: in one line, without the mark that keeps it from being a formula, with plain signs.
export const plain = (text) => text.trim().replaceAll(/\s+/g, " ").replaceAll("−", "-").replace(/^'?\+?(?=.)/, "");

/// A number that stands alone in a cell of a page in Russian, as a file has it: with a point before its decimals.
const pointed = (text) => (/^[+−-]?\d[\d\s]*(,\d+)?( ?%)?$/.test(text.trim()) ? text.trim().replaceAll(/(?<=\d)\s(?=\d{3})/g, "").replace(",", ".") : text);

/// The same by the language of the page.
export const plainIn = (language) => (text) => plain(language === "ru" ? pointed(text) : text);

const signature = "\x89PNG\r\n\x1a\n";

/// Width and height of a PNG picture; none where it is no such picture.
export function pictureSize(bytes) {
  if (bytes.toString("latin1", 0, 8) !== signature) return { width: 0, height: 0 };
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
