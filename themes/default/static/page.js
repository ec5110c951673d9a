// What every page can do with scripts: choose its colours, and sort, filter and save its tables. Without them all of it
// reads the same.
(() => {
  "use strict";

  const FEWEST_TO_FILTER = 8;

  /* Words: `words.js` has what is said here in the language of the page. */

  const words = window.cxbook?.words ?? {};

  // A message by its name, with what it is given: `say("script-shown", { shown: 3, all: 8 })`.
  const say = (name, given = {}) => (words[name] ?? name).replace(/\{(\w+)\}/g, (_, key) => given[key]);

  // A number as the pages write it.
  const SIGNS = { ",": say("group-sign"), ".": say("decimal-sign"), "-": "−" };
  const written = (value) => value.toLocaleString("en").replace(/[,.-]/g, (sign) => SIGNS[sign]);

  const make = (name, properties = {}, ...inside) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside);
    return element;
  };

  /* The colours: as the system has them, light or dark. */

  const THEMES = ["system", "light", "dark"];
  const COLOURS = { system: say("script-colours-system"), light: say("script-colours-light"), dark: say("script-colours-dark") };

  const chooser = () => {
    const root = document.documentElement;
    const button = make("button", { type: "button", className: "theme" });
    button.dataset.themeSwitch = "";
    const show = () => (button.textContent = COLOURS[root.dataset.theme ?? "system"]);
    button.addEventListener("click", () => {
      const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "system") + 1) % THEMES.length];
      if (next === "system") delete root.dataset.theme;
      else root.dataset.theme = next;
      // Pages opened from disk may have no storage; then the choice holds for this page.
      try {
        if (next === "system") localStorage.removeItem("cxbook-theme");
        else localStorage.setItem("cxbook-theme", next);
      } catch {}
      show();
    });
    show();
    return button;
  };
  document.querySelector("header.site > *")?.after(chooser());

  /* Saving. */

  const save = (name, blob) => {
    const link = make("a", { download: name, href: URL.createObjectURL(blob) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  const plain = (text) => text.trim().replace(/\s+/g, " ");

  // A number as the pages write it: with a true minus, and signs between its thousands and before its decimals.
  const escaped = (sign) => (sign.trim() ? sign.replace(/[.*+?^${}()|[\]\\]/, "\\$&") : "\\s");
  const GROUP = `(?:${escaped(SIGNS[","])}|[\u2009\u202f])`;
  const NUMBER = `[+−-]?\\d+(?:${GROUP}\\d{3})*(?:${escaped(SIGNS["."])}\\d+)?`;
  const [AT_START, ALONE] = [new RegExp(`^${NUMBER}`), new RegExp(`^${NUMBER}( ?%)?$`)];

  // The same as scripts and spreadsheets read it: `-1234.5`.
  const digits = (text) =>
    text.replace(new RegExp(`${GROUP}(?=\\d{3})`, "g"), "").replace(SIGNS["."], ".").replace("−", "-").replace(/^\+/, "");

  // A cell as CSV: quoted, and never a formula for a spreadsheet, which skips what cannot be seen. A number is one in any
  // language.
  const quoted = (text) => {
    const shown = plain(text);
    const safe = ALONE.test(shown) ? digits(shown) : shown.replace(/^(?=[\s\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]*[=+\-@＝＋－＠])/u, "'");
    return `"${safe.replaceAll('"', '""')}"`;
  };

  // A table as it is shown now; a cell over several columns is followed by empty ones.
  const csv = (table) => {
    const cells = (row) => [...row.cells].flatMap((cell) => [cell.textContent, ...Array(cell.colSpan - 1).fill("")]);
    const rows = [...table.rows].filter((row) => !row.hidden);
    return rows.map((row) => cells(row).map(quoted).join(",") + "\r\n").join("");
  };

  window.cxbook = { csv, save, say, written };

  /* Reading a table. */

  // The cell of a row in a column; none where another cell, such as a reason, spans it.
  const cellAt = (row, column) => {
    let start = 0;
    for (const cell of row.cells) {
      if (start === column) return cell.colSpan === 1 ? cell : null;
      start += cell.colSpan;
    }
    return null;
  };

  // The number that a text begins with; words may come after it.
  const number = (text) => {
    const found = AT_START.exec(text);
    return found ? Number(digits(found[0])) : null;
  };

  // What a cell is sorted by: a number, a text, or null where there is nothing.
  const sortKey = (cell, numeric) => {
    const given = cell?.dataset.value;
    if (given !== undefined) {
      if (/^-?\d+(\.\d+)?$/.test(given)) return Number(given);
      return ALONE.test(given) ? number(given) : given || null;
    }
    const text = plain(cell?.textContent ?? "");
    return numeric ? number(text) : text || null;
  };

  // What a cell can be filtered by: one text or several, each on a line of its own.
  const filterKeys = (cell) =>
    cell ? (cell.dataset.key ?? plain((cell.querySelector(".verdict") ?? cell).textContent)).split("\n").filter((key) => key) : [];

  /* Sorting. */

  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  const compare = (a, b) => {
    if (typeof a === typeof b) return typeof a === "number" ? a - b : collator.compare(a, b);
    return typeof a === "number" ? -1 : 1;
  };

  const sorted = (rows, column, numeric, sign) => {
    const keyed = rows.map((row) => ({ row, key: sortKey(cellAt(row, column), numeric) }));
    const known = keyed.filter(({ key }) => key !== null).sort((a, b) => sign * compare(a.key, b.key));
    return [...known, ...keyed.filter(({ key }) => key === null)].map(({ row }) => row);
  };

  // Makes buttons of the heads of columns whose cells differ: the first click sorts numbers from the highest and the rest
  // from A, the second turns that round, the third brings back the order of the page.
  const sortable = (heads, body, rows) => {
    heads.forEach((head, column) => {
      if (head.dataset.sort === "none") return;
      const numeric = head.classList.contains("num");
      const keys = rows.map((row) => sortKey(cellAt(row, column), numeric)).filter((key) => key !== null);
      if (new Set(keys).size < 2) return;
      const first = keys.every((key) => typeof key === "number") ? "descending" : "ascending";
      const second = first === "descending" ? "ascending" : "descending";
      const button = make("button", { type: "button" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = { [first]: second, [second]: "" }[head.getAttribute("aria-sort")] ?? first;
        heads.forEach((each) => each.removeAttribute("aria-sort"));
        if (next) head.setAttribute("aria-sort", next);
        body.append(...(next ? sorted(rows, column, numeric, next === "ascending" ? 1 : -1) : rows));
      });
    });
  };

  /* Filtering. */

  // Texts alike but for case and accents are the same to who types them.
  const folded = (text) => plain(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const choice = (head, column, rows) => {
    const keys = new Set(rows.flatMap((row) => filterKeys(cellAt(row, column))));
    if (keys.size < 2) return null;
    const options = [...keys].sort(collator.compare).map((key) => make("option", { value: key }, key));
    const select = make("select", {}, make("option", { value: "" }, say("script-all")), ...options);
    const admits = (row) => !select.value || filterKeys(cellAt(row, column)).includes(select.value);
    return { select, admits, label: make("label", {}, head.dataset.filter || plain(head.textContent), select) };
  };

  const filters = (heads, rows) => {
    const search = make("input", { type: "search" });
    const columns = heads.map((head, column) => ("filter" in head.dataset ? choice(head, column, rows) : null));
    const choices = columns.filter((one) => one);
    const status = make("p");
    status.setAttribute("role", "status");
    const texts = new Map(rows.map((row) => [row, folded(row.textContent)]));
    const apply = () => {
      const wanted = folded(search.value);
      const admits = (row) => texts.get(row).includes(wanted) && choices.every((one) => one.admits(row));
      rows.forEach((row) => (row.hidden = !admits(row)));
      const shown = rows.filter((row) => !row.hidden).length;
      status.textContent = shown === rows.length ? "" : say("script-shown", { shown: written(shown), all: written(rows.length) });
    };
    [search, ...choices.map((one) => one.select)].forEach((each) => each.addEventListener("input", apply));
    const searching = make("label", {}, say("script-search"), search);
    const labels = choices.map((one) => one.label);
    if (choices.length < 3) return [searching, ...labels, status];
    // On a phone many choices would fill the screen before the table begins.
    const more = make("details", { open: matchMedia("(min-width: 40rem)").matches }, make("summary", {}, say("script-filters")), ...labels);
    return [searching, more, status];
  };

  /* Every table that has a name. */

  const equip = (table) => {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    const body = table.tBodies[0];
    const isPlain = body && table.tBodies.length === 1 && !body.querySelector("tr.group");
    // Everyone stays at the top, whatever the order and the filter.
    const rows = isPlain ? [...body.rows].filter((row) => !row.classList.contains("everyone")) : [];
    const tools = make("div", { className: "table-tools" });
    if (rows.length >= FEWEST_TO_FILTER) tools.append(...filters(heads, rows));
    if (rows.length > 1) sortable(heads, body, rows);
    // The table behind a chart is saved with the chart's own button.
    if (!table.closest("figure")?.querySelector("[data-csv]")) {
      const button = make("button", { type: "button" }, "CSV");
      button.dataset.csv = "";
      button.setAttribute("aria-label", say("script-save", { table: plain(table.caption?.textContent ?? table.dataset.name) }));
      const name = `${table.dataset.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}.csv`;
      button.addEventListener("click", () => save(name, new Blob([csv(table)], { type: "text/csv;charset=utf-8" })));
      tools.append(button);
    }
    const box = table.closest(".scroll") ?? table;
    if (rows.length >= FEWEST_TO_FILTER) box.before(tools);
    else if (tools.hasChildNodes()) box.after(tools);
  };
  document.querySelectorAll("table[data-name]").forEach(equip);
})();
