// Draws the charts of a page from the options beside them, in the page's own fonts and colours.
(() => {
  "use strict";

  const style = getComputedStyle(document.documentElement);
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // Names of custom properties become their values; everything else stays as it is.
  const resolved = (value) => {
    if (typeof value === "string") {
      const name = /^var\((--[a-z-]+)\)$/.exec(value);
      return name ? style.getPropertyValue(name[1]).trim() : value;
    }
    if (Array.isArray(value)) return value.map(resolved);
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner)]));
    }
    return value;
  };

  const figures = [...document.querySelectorAll("figure.chart")].filter((figure) => figure.querySelector(".drawing"));
  const charts = figures.map((figure) => {
    const options = JSON.parse(figure.querySelector("script").textContent);
    const chart = echarts.init(figure.querySelector(".drawing"), null, { renderer: "svg" });
    return { figure, options, chart };
  });

  const draw = ({ options, chart }) => {
    const fontFamily = getComputedStyle(document.body).fontFamily;
    chart.setOption({ ...resolved(options), textStyle: { fontFamily } }, true);
  };
  const drawAll = () => charts.forEach(draw);
  drawAll();
  dark.addEventListener("change", drawAll);

  const resize = () => charts.forEach(({ chart }) => chart.resize());
  new ResizeObserver(resize).observe(document.body);
  addEventListener("beforeprint", resize);

  const save = (name, blob) => {
    const link = document.createElement("a");
    link.download = name;
    link.href = URL.createObjectURL(blob);
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  // A cell as CSV: quoted, and never a formula for a spreadsheet; a number keeps its sign.
  const cell = (text) => {
    const plain = text.trim().replace(/\s+/g, " ");
    const number = /^[+−-]?[\d,.]+( %)?$/.test(plain);
    const safe = number ? plain.replace("−", "-").replace(/^\+/, "") : plain.replace(/^(?=[=+\-@])/, "'");
    return `"${safe.replaceAll('"', '""')}"`;
  };
  const csv = (table) =>
    [...table.rows].map((row) => [...row.cells].map((each) => cell(each.textContent)).join(",")).join("\r\n") + "\r\n";

  // The same options once more on a canvas out of sight, at twice the size for print and slides.
  const png = ({ options, chart }, name) => {
    const size = { width: chart.getWidth(), height: chart.getHeight() };
    const copy = echarts.init(document.createElement("div"), null, { renderer: "canvas", ...size });
    draw({ options, chart: copy });
    const backgroundColor = style.getPropertyValue("--paper").trim();
    const address = copy.getDataURL({ type: "png", pixelRatio: 2, backgroundColor });
    copy.dispose();
    const bytes = Uint8Array.from(atob(address.split(",")[1]), (letter) => letter.charCodeAt(0));
    save(name, new Blob([bytes], { type: "image/png" }));
  };

  charts.forEach((one) => {
    const { figure } = one;
    const behind = figure.querySelector("[data-behind]");
    const show = figure.querySelector("[data-show]");
    show.addEventListener("click", () => {
      const open = behind.classList.toggle("open");
      show.setAttribute("aria-expanded", String(open));
      show.textContent = open ? "Hide the data" : "Show the data";
    });
    const data = figure.querySelector("[data-csv]");
    data.addEventListener("click", () => {
      const text = csv(behind.querySelector("table"));
      save(`${data.dataset.csv}.csv`, new Blob([text], { type: "text/csv;charset=utf-8" }));
    });
    const picture = figure.querySelector("[data-png]");
    picture.addEventListener("click", () => png(one, `${picture.dataset.png}.png`));
  });
})();
