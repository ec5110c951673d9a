// Keeps a page up with its site while the sources are edited. `cxbook serve` puts it into the pages it shows; no built
// site has it.
"use strict";
(() => {
  const { query } = document.currentScript.dataset;
  const key = `cxbook-kept:${location.pathname}`;
  let source;

  /// The folds of a page by what stands on them, so that they are found again where others have come or gone.
  function folds() {
    const seen = new Map();
    return [...document.querySelectorAll("details")].map((fold) => {
      const name = fold.id || (fold.querySelector("summary")?.textContent ?? "").trim();
      const number = seen.get(name) ?? 0;
      seen.set(name, number + 1);
      return { fold, name: `${name} ${number}` };
    });
  }

  function reload() {
    source?.close();
    const open = folds().map(({ fold, name }) => [name, fold.open]);
    try {
      sessionStorage.setItem(key, JSON.stringify({ x: scrollX, y: scrollY, open }));
      // Otherwise the browser scrolls as well, later, and to where the page was before its charts were drawn.
      history.scrollRestoration = "manual";
    } catch {}
    location.reload();
  }

  function restore() {
    let kept;
    try {
      kept = JSON.parse(sessionStorage.getItem(key));
      sessionStorage.removeItem(key);
    } catch {}
    if (!kept) return;
    const open = new Map(kept.open);
    for (const { fold, name } of folds()) if (open.has(name)) fold.open = open.get(name);
    const scroll = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    // The page may still grow: charts, pictures. Whoever scrolls by themselves is left alone.
    const growing = new ResizeObserver(scroll);
    const done = () => growing.disconnect();
    for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(act, done, { once: true, passive: true });
    scroll();
    growing.observe(document.documentElement);
    addEventListener("load", () => {
      history.scrollRestoration = "auto";
      scroll();
      setTimeout(done, 1000);
    });
  }

  /// Puts style sheets in the place of those that changed, once they are there, so that the page never stands without.
  function restyle(paths) {
    const links = [...document.querySelectorAll("link[rel~=stylesheet]")];
    const changed = links.filter((link) => paths.includes(decodeURIComponent(new URL(link.href).pathname)));
    // What is changed may also be imported by one that is not.
    for (const link of changed.length ? changed : links) {
      const fresh = link.cloneNode();
      const address = new URL(link.href);
      address.searchParams.set("cxbook", Date.now());
      fresh.href = address;
      fresh.addEventListener("load", () => link.remove());
      link.after(fresh);
    }
  }

  const style = `
    :host { all: initial; }
    section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; box-sizing: border-box; max-height: 80vh; overflow: auto;
      padding: 1rem 1.5rem; background: #1c1b1f; color: #f4f1ee; border-top: 4px solid #e5534b; font: 15px/1.5 system-ui, sans-serif; }
    header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
    h2 { margin: 0; font-size: 1.1rem; }
    pre { margin: 0.75rem 0 0; font: 13px/1.45 ui-monospace, monospace; white-space: pre; overflow-x: auto; tab-size: 4; }
    button { font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: 4px; padding: 0 0.6em; cursor: pointer; }
    pre:focus-visible, button:focus-visible { outline: 2px solid #fff; outline-offset: 2px; }`;

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  /// Shows what is wrong over the page; nothing where nothing is.
  function tell(mistakes) {
    document.querySelector("cxbook-mistakes")?.remove();
    if (!mistakes.trim()) return;
    const overlay = document.createElement("cxbook-mistakes");
    const hide = make("button", { type: "button", textContent: "Hide" });
    hide.addEventListener("click", () => overlay.remove());
    const title = make("h2", { textContent: "This page is not up to date: there are mistakes in the sources" });
    const section = make("section", {}, make("header", {}, title, hide), make("pre", { textContent: mistakes.trimEnd(), tabIndex: 0 }));
    section.setAttribute("role", "alert");
    overlay.attachShadow({ mode: "open" }).append(make("style", { textContent: style }), section);
    document.body.append(overlay);
  }

  function listen() {
    source?.close();
    source = new EventSource(`/.cxbook/events?${query}`);
    source.addEventListener("message", ({ data }) => {
      const [order, ...mistakes] = data.split("\n");
      const [what, ...paths] = order.split(" ");
      if (what === "reload") return reload();
      if (what === "style") restyle(paths);
      tell(mistakes.join("\n"));
    });
  }

  restore();
  // A browser has few connections to a server, and pages that nobody sees need none: they catch up when they are seen.
  const follow = () => (document.visibilityState === "visible" ? listen() : source?.close());
  document.addEventListener("visibilitychange", follow);
  addEventListener("pageshow", (event) => event.persisted && follow());
  addEventListener("pagehide", () => source?.close());
  follow();
})();
