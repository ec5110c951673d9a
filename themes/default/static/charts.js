// Draws the charts of a page from the options beside them, in the page's own fonts and colours.
(() => {
  "use strict";

  // Colours in options are names of custom properties, which SVG takes as they are: so a drawing follows the page into
  // dark mode and onto paper. Only a picture needs their values.
  const valueOf = (name) => {
    const probe = document.createElement("span");
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };
  const resolved = (value) => {
    if (typeof value === "string") {
      const name = /^var\((--[a-z-]+)\)$/.exec(value);
      return name ? valueOf(name[1]) : value;
    }
    if (Array.isArray(value)) return value.map(resolved);
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
    }
    return value;
  };

  // What all charts have in common: nothing moves or changes its colour under the pointer, and what stands in a tooltip
  // is the name of the mark under it, as text.
  const tooltip = {
    trigger: "item",
    confine: true,
    transitionDuration: 0,
    backgroundColor: "var(--paper)",
    borderColor: "var(--rule)",
    textStyle: { color: "var(--ink)" },
    extraCssText: "white-space: normal; max-width: 20rem;",
    formatter: ({ name }) => Object.assign(document.createElement("span"), { textContent: name }),
  };
  const common = ({ series, ...options }) => ({
    ...options,
    animation: false,
    tooltip,
    series: series.map((one) => ({ ...one, emphasis: { disabled: true } })),
  });

  // A name in lines that fit into so many pixels; a word that does not is broken, too.
  const pen = document.createElement("canvas").getContext("2d");
  const lines = (name, room, size = 12) => {
    pen.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
    const fits = (text) => pen.measureText(text).width <= room;
    const done = [""];
    for (const word of name.split(" ")) {
      const last = done.length - 1;
      const longer = done[last] ? `${done[last]} ${word}` : word;
      if (fits(longer)) done[last] = longer;
      else done.push(word);
      while (!fits(done.at(-1)) && done.at(-1).length > 1) {
        const whole = done.pop();
        let cut = whole.length - 1;
        while (cut > 1 && !fits(whole.slice(0, cut))) cut -= 1;
        done.push(whole.slice(0, cut), whole.slice(cut));
      }
    }
    const shown = done.filter(Boolean);
    return shown.length > 5 ? [...shown.slice(0, 4), `${shown[4]}…`] : shown;
  };

  // The size of the letters of names in columns so wide: the largest at which no word has to be broken, if there is one.
  const sizeFor = (names, room) => {
    if (room >= 80) return 12;
    const words = names.flatMap((name) => name.split(" "));
    return [11, 10].find((size) => words.every((word) => lines(word, room, size).length === 1)) ?? 11;
  };

  // What depends on the width: names of rows stand at the left edge, in as much room as the longest needs, and are
  // broken into lines where that would leave too little for the drawing.
  const fitted = (options, width, seen = width) => {
    const { xAxis, yAxis } = options;
    const rows = (yAxis.show !== false && yAxis.data) || [];
    const longest = Math.max(0, ...rows.map((name) => name.length));
    // Columns with heads need all the room that a narrow screen has.
    const least = xAxis.position === "top" ? 96 : 120;
    const side = Math.min(Math.ceil((longest * 7 + 16) / 40) * 40, Math.max(least, seen * 0.36), 280);
    const axis = (one, room) => {
      const label = { ...one.axisLabel, hideOverlap: true, lineHeight: 15 };
      if (one.type !== "category") label.formatter = cxbook.written;
      if (one.type === "value") one = { ...one, splitNumber: Math.max(2, Math.min(5, Math.floor(width / 110))) };
      if (label.overflow) {
        delete label.overflow;
        label.fontSize = sizeFor(one.data, room);
        label.formatter = (name) => lines(name, room, label.fontSize).join("\n");
      }
      return { ...one, axisLabel: label };
    };
    const column = (width - side) / (xAxis.data ? xAxis.data.length : 1) - 4;
    const x = axis(xAxis, column);
    const y = axis(yAxis, side - 12);
    if (rows.length === 0) return { ...options, xAxis: x, yAxis: y };
    const [grid] = options.grid;
    const bottom = x.position === "top" ? grid.bottom : 24;
    const heads = x.position === "top" ? Math.max(...xAxis.data.map((name) => lines(name, column, x.axisLabel.fontSize).length)) : 0;
    const top = heads ? 14 + 15 * heads : grid.top;
    y.axisLabel = { ...y.axisLabel, align: "left", margin: side };
    return { ...options, xAxis: x, yAxis: y, grid: [{ ...grid, left: side, top, bottom, containLabel: false }] };
  };

  const draw = (options, chart) => {
    const fontFamily = getComputedStyle(document.body).fontFamily;
    const seen = chart.getDom().parentElement?.clientWidth;
    chart.setOption({
      ...common(fitted(options, chart.getWidth(), seen)),
      textStyle: { fontFamily },
    }, true);
    // On paper a drawing is scaled to the sheet.
    const svg = chart.getDom().querySelector("svg");
    svg?.setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
  };

  const figures = [...document.querySelectorAll("figure.chart")].filter((figure) => figure.querySelector(".drawing"));
  const charts = figures.map((figure) => {
    const options = JSON.parse(figure.querySelector("script").textContent);
    const chart = echarts.init(figure.querySelector(".drawing > div"), null, { renderer: "svg" });
    draw(options, chart);
    return { figure, options, chart };
  });

  const resize = ({ options, chart }) => {
    const before = chart.getWidth();
    chart.resize();
    if (chart.getWidth() !== before) draw(options, chart);
  };
  new ResizeObserver(() => charts.forEach(resize)).observe(document.body);

  // The same options once more on a canvas out of sight, at twice the size for print and slides.
  const png = ({ options, chart }, name) => {
    const size = { width: chart.getWidth(), height: chart.getHeight() };
    const copy = echarts.init(document.createElement("div"), null, { renderer: "canvas", ...size });
    draw(resolved(options), copy);
    const address = copy.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: valueOf("--paper") });
    copy.dispose();
    const bytes = Uint8Array.from(atob(address.split(",")[1]), (letter) => letter.charCodeAt(0));
    cxbook.save(name, new Blob([bytes], { type: "image/png" }));
  };

  charts.forEach((one) => {
    const { figure } = one;
    const behind = figure.querySelector("[data-behind]");
    const show = figure.querySelector("[data-show]");
    show.addEventListener("click", () => {
      const open = behind.classList.toggle("open");
      show.setAttribute("aria-expanded", String(open));
      show.textContent = open ? cxbook.say("script-hide-data") : cxbook.say("chart-show-data");
    });
    const data = figure.querySelector("[data-csv]");
    data.addEventListener("click", () => {
      const text = cxbook.csv(behind.querySelector("table"));
      cxbook.save(`${data.dataset.csv}.csv`, new Blob([text], { type: "text/csv;charset=utf-8" }));
    });
    const picture = figure.querySelector("[data-png]");
    picture.addEventListener("click", () => png(one, `${picture.dataset.png}.png`));
  });
})();
