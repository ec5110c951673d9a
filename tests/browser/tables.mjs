// Owns what a table with tools is held to inside the page, where a hundred clicks take no time: that heads sort, and
// that searching and choosing hide the right rows.

/// What a cell is sorted by: a number, also with a currency, a unit or a true minus sign; a day; `null` where there is
/// none; `undefined` where it is more than one thing, about which nothing is held here.
export function sortValue(text) {
  if (["", "–", "—", "?"].includes(text)) return null;
  // A number in Russian as one in English.
  if (globalThis.document?.documentElement.lang === "ru") text = text.replaceAll(/(?<=\d)\s(?=\d{3})/g, "").replace(/(?<=\d),(?=\d)/, ".");
  const day = /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})$/.exec(text);
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  if (day) return Date.UTC(day[3], months.indexOf(day[2]), day[1]);
  const number = /^(?:[A-Z]{3} )?([+−-]?[\d,]+(?:\.\d+)?)(?: ?%)?$/.exec(text);
  return number ? Number(number[1].replaceAll(",", "").replace("−", "-")) : undefined;
}

/// In the page, on a table: what is wrong with its sorting, search and lists. `sorting` is the text of `sortValue`, as
/// nothing else of this file comes along.
export function tableFaults(table, { sorting }) {
  const sortValue = new Function(`return ${sorting}`)();
  // The button of a small table stands after it, what searches and filters before.
  const box = table.closest(".scroll");
  const tools = box.nextElementSibling?.matches(".table-tools:not(:has(input))") ? box.nextElementSibling : box.previousElementSibling;
  const faults = [];
  const flat = (text) => text.trim().replaceAll(/\s+/g, " ");

  /// The rows that are shown; those that head a group or stand for all are none.
  const rows = () => [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.checkVisibility() && !row.matches(".group, .everyone"));
  const key = (list) => list.map((row) => flat(row.textContent)).join("\n");

  /// Whether cells are in order, as far as they can be told, with those without a value last.
  const outOfOrder = (cells, direction) => {
    // A cell may say itself what it stands for.
    const values = cells.map((cell) => sortValue(cell?.dataset.value ?? flat(cell?.textContent ?? "")));
    const told = values.filter((value) => typeof value === "number");
    const sign = direction === "ascending" ? 1 : -1;
    const wrong = told.flatMap((value, at) => (at > 0 && sign * (told[at - 1] - value) > 0 ? [`${told[at - 1]} before ${value}`] : []));
    const empty = values.indexOf(null);
    if (empty >= 0 && values.slice(empty).some((value) => typeof value === "number")) wrong.push("rows without a value are not last");
    return wrong;
  };

  const directions = () => [...table.querySelectorAll("thead th")].map((head) => head.getAttribute("aria-sort")).filter((one) => one && one !== "none");

  /// Clicks a head three times: one direction, the other, and as it was.
  const sorts = (head, column) => {
    const before = rows();
    const fault = (text) => faults.push(`head “${flat(head.textContent).slice(0, 30)}”: ${text}`);
    const taken = [];
    const orders = [];
    for (let click = 0; click < 2; click += 1) {
      head.querySelector("button").click();
      const [direction, ...others] = directions();
      taken.push(direction);
      if (others.length > 0 || head.getAttribute("aria-sort") !== direction) fault("aria-sort is not on this head alone");
      const now = rows();
      orders.push(key(now));
      if (now.length !== before.length || !before.every((row) => now.includes(row))) fault("rows are lost");
      // In a row with a cell over several columns the cells beside it are not where their head is.
      const whole = now.filter((row) => row.cells.length === table.tHead.rows[0].cells.length);
      outOfOrder(whole.map((row) => row.cells[column]), direction).forEach(fault);
    }
    if ([...taken].sort().join() !== "ascending,descending") fault(`it sorts ${taken.join(", ")}`);
    const [up, down] = orders;
    const texts = new Set(before.map((row) => flat(row.cells[column]?.textContent ?? "")));
    if (before.length > 1 && texts.size === before.length && up === down) fault("both directions are the same");
    head.querySelector("button").click();
    if (directions().length > 0) fault("the third click leaves aria-sort");
    if (key(rows()) !== key(before)) fault("the third click does not restore the order");
  };

  /// The count tells the rows that are left; that all are there need not be said.
  const counted = (all) => {
    const status = tools.querySelector("[role=status]").textContent;
    const shown = rows().length;
    const numbers = status.match(/\d+/g)?.map(Number) ?? [];
    if (numbers.includes(shown) || (shown === all && status === "") || (shown === 0 && /\bno\b/i.test(status))) return;
    faults.push(`${shown} rows are shown, but the count says “${status}”`);
  };
  const give = (field, value) => {
    field.value = value;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  };

  /// Types a word of the second row in capitals, then one that no row has, then nothing.
  const searches = (search) => {
    const all = rows();
    const word = flat(all[Math.min(1, all.length - 1)].cells[0].textContent).split(" ").reduce((longest, one) => (one.length > longest.length ? one : longest));
    const fits = (row) => row.textContent.toLowerCase().includes(word.toLowerCase());
    give(search, word.toUpperCase());
    const left = rows();
    counted(all.length);
    if (!left.every(fits) || left.length !== all.filter(fits).length) faults.push(`${left.length} rows are left by “${word.slice(0, 30)}”`);
    give(search, "qqqzzzqqq");
    counted(all.length);
    if (rows().length > 0) faults.push("a word that no row has leaves rows");
    give(search, "");
    if (rows().length !== all.length) faults.push("an empty search does not bring all back");
  };

  /// Takes each choice of a list, then the first again, which admits all.
  const selects = (list) => {
    const all = rows().length;
    const [none, ...choices] = [...list.options].map((option) => option.value);
    const left = choices.map((choice) => {
      give(list, choice);
      counted(all);
      return rows().length;
    });
    if (choices.length === 0 || left.includes(0)) faults.push(`a list whose choices leave ${left.join(", ")} rows`);
    if (choices.length > 1 && Math.min(...left) === all) faults.push("a list that hides nothing");
    give(list, none);
    if (rows().length !== all) faults.push("the first choice does not bring all back");
  };

  [...table.tHead.rows[0].cells].forEach((head, column) => head.querySelector("button") && sorts(head, column));
  tools.querySelectorAll("input[type=search]").forEach(searches);
  tools.querySelectorAll("select").forEach(selects);
  return faults;
}
