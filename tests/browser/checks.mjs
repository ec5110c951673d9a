// Owns what a page is held to, whichever page it is: each check looks at an open page and returns its faults as texts,
// each naming the element, so that one run tells all of them.

import { readFileSync } from "node:fs";

import { settled } from "./browser.mjs";
import { themeScripts } from "./build.mjs";

const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The rules among these that are on colour, which is all that the dark can change.
export const onColour = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/// How an element is called in a fault: its tag, id, classes and the beginning of its text.
function installName() {
  window.nameOf = (element) => {
    const classes = [...element.classList].map((one) => `.${one}`).join("");
    const text = (element.textContent ?? "").trim().replaceAll(/\s+/g, " ").slice(0, 30);
    return `<${element.localName}${element.id ? `#${element.id}` : ""}${classes}> "${text}"`;
  };
}

async function look(page, check, argument) {
  await page.evaluate(installName);
  return page.evaluate(check, argument);
}

/// Nothing on the page runs but the theme's own scripts.
export const inert = (page) =>
  look(page, (known) => {
    const faults = [];
    const runs = ["href", "src", "action", "formaction", "xlink:href", "data", "srcdoc"];
    const protocol = (value) => value.replaceAll(/[\u0000-\u0020]/g, "").toLowerCase().startsWith("javascript:");
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) faults.push(`handler ${name} on ${nameOf(element)}`);
        if (runs.includes(name) && protocol(value)) faults.push(`javascript: address in ${name} of ${nameOf(element)}`);
      }
    }
    for (const element of document.querySelectorAll("iframe, object, embed, form, base, meta[http-equiv], main style, body link")) {
      faults.push(`has no place in a report: ${nameOf(element)}`);
    }
    const assets = new URL("assets/", document.querySelector('link[rel="stylesheet"]').href.replace(/assets\/[^/]*$/, "")).href;
    for (const script of document.scripts) {
      const own = script.src ? script.src.startsWith(assets) : script.type === "application/json" || known.includes(script.text);
      if (!own) faults.push(`unknown script: ${script.src || script.text.slice(0, 80)}`);
    }
    return faults;
  }, themeScripts());

/// No rule of accessibility is broken, as far as a machine can see.
export async function accessible(page, runOnly = { type: "tag", values: tags }) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const options = { runOnly, resultTypes: ["violations"] };
  const { violations } = await page.evaluate((given) => window.axe.run(document, given), options);
  return violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.any.concat(node.all, node.none)[0]?.message ?? ""})`);
    return `axe ${id}, ${nodes.length} times: ${places.join("; ")}`;
  });
}

/// Headings in order below one h1; tables that say what they hold and what their heads are for; each id once.
export const structured = (page) =>
  look(page, () => {
    const faults = [];
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    const tops = headings.filter((one) => one.localName === "h1").length;
    if (tops !== 1) faults.push(`${tops} h1`);
    headings.reduce((above, heading) => {
      const level = Number(heading.localName[1]);
      if (level > above + 1) faults.push(`h${level} below h${above}: ${nameOf(heading)}`);
      return level;
    }, 0);
    // What analysts write in Markdown has no words for captions and scopes.
    for (const table of document.querySelectorAll("table")) {
      if (table.closest(".prose")) continue;
      if (!table.caption?.textContent.trim()) faults.push(`no caption: ${nameOf(table)}`);
      for (const cell of table.querySelectorAll("th:not([scope])")) faults.push(`no scope: ${nameOf(cell)}`);
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    faults.push(...twice.map((id) => `id twice: ${id}`));
    return faults;
  });

/// Whatever the keyboard reaches shows that it is there.
export const focusVisible = (page) =>
  look(page, () => {
    const faults = [];
    const reached = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    for (const element of document.querySelectorAll(reached)) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.disabled) continue;
      element.focus({ focusVisible: true, preventScroll: true });
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const seen = (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      if (document.activeElement !== element) faults.push(`takes no focus: ${nameOf(element)}`);
      else if (!seen) faults.push(`focus is not seen: ${nameOf(element)}`);
    }
    document.activeElement?.blur();
    return faults;
  });

/// Before the page loads: holds the scripts of its charts back until it is first painted, as a slow network would, and
/// counts what moves from then on. The script of its tools is waited for by the page itself.
export async function noteShifts(page) {
  await page.addInitScript(() => {
    window.shifts = [];
    const place = ({ node }) => (node?.nodeType === 1 ? `${node.localName}.${node.className}` : String(node?.textContent).slice(0, 30));
    const note = (entry) => window.shifts.push({ value: entry.value, moved: entry.sources.map(place).join(", ") });
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "layout-shift", buffered: true });
  });
  await page.route(/charts(\.min)?\.js$/, async (route) => {
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    await route.continue();
  });
}

/// Nothing moved since the first paint.
export async function steady(page) {
  const shifts = await page.evaluate(() => window.shifts);
  const sum = shifts.reduce((all, { value }) => all + value, 0);
  return sum < 0.001 ? [] : [`layout shift of ${sum.toFixed(4)}: ${shifts.map(({ moved }) => moved).join("; ").slice(0, 300)}`];
}

/// Nothing is wider than the screen.
export async function fits(page, width) {
  await page.setViewportSize({ width, height: 740 });
  await settled(page);
  // Charts follow the width a moment later, when the browser tells them.
  await page.waitForFunction((most) => document.documentElement.scrollWidth <= most, width, { timeout: 1000 }).catch(() => {});
  return look(page, (most) => {
    const wide = document.documentElement.scrollWidth;
    if (wide <= most) return [];
    const scrolls = (element) => {
      for (let at = element.parentElement; at; at = at.parentElement) if (getComputedStyle(at).overflowX !== "visible") return true;
      return false;
    };
    const over = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > most + 1 && !scrolls(one));
    return [`${wide} px wide on a screen of ${most} px: ${over.slice(-4).map(nameOf).join("; ")}`];
  }, width);
}

/// Nothing moves by itself where that is not wanted.
export const still = (page) =>
  look(page, () => {
    const faults = document.getAnimations().map((one) => `runs: ${one.animationName ?? one.transitionProperty ?? "an animation"}`);
    const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
    for (const element of document.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      if (style.animationName !== "none") faults.push(`animation on ${nameOf(element)}`);
      if (seconds(style.transitionDuration) > 0) faults.push(`transition on ${nameOf(element)}`);
      if (style.scrollBehavior === "smooth") faults.push(`smooth scrolling on ${nameOf(element)}`);
    }
    return faults;
  });

/// A page on A4 (178 mm between the margins): no navigation, no tools, nothing beyond the edge.
export async function printable(page) {
  const paper = 673;
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: paper, height: 950 });
  await settled(page);
  const wider = `[...document.querySelectorAll(".drawing svg")].filter((svg) => svg.getBoundingClientRect().right > ${paper})`;
  await page.waitForFunction(`${wider}.length === 0`, undefined, { timeout: 1000 }).catch(() => {});
  return look(page, (most) => {
    const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const tools = seen("nav, button, input, select, .tools, .table-tools > :not([role=status]), .skip, [role=search]").map((one) => `printed: ${nameOf(one)}`);
    const wide = seen(".drawing svg").filter((svg) => svg.getBoundingClientRect().right > most);
    const lost = seen("h1").length === 1 ? [] : ["no title on paper"];
    return [...tools, ...lost, ...wide.map((svg) => `wider than the page: ${nameOf(svg.closest("figure"))}`)];
  }, paper);
}

/// Without scripts all is there: text, figures and the tables of charts; and nothing that would do nothing.
export const readable = (page) =>
  look(page, () => {
    const hidden = (element) => !element.checkVisibility({ visibilityProperty: true });
    const tables = [...document.querySelectorAll("figure.chart table")].filter(hidden).map((one) => `table not seen: ${nameOf(one)}`);
    const dead = "button, input, select, .tools, .table-tools";
    const tools = [...document.querySelectorAll(dead)].filter((one) => !hidden(one)).map((one) => `does nothing: ${nameOf(one)}`);
    const isDrawn = (one) => one.querySelector("noscript svg")?.getBoundingClientRect().height > 20;
    const undrawn = [...document.querySelectorAll(".drawing")].filter((one) => !isDrawn(one)).map((one) => `no drawing: ${nameOf(one)}`);
    const words = document.querySelector("main").innerText.trim().length;
    return [...tables, ...tools, ...undrawn, ...(words < 20 ? [`only ${words} letters of text`] : [])];
  });
