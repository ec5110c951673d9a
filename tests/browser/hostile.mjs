// Owns the hostile program: every kind of input, enough of it to draw every chart and page, and in every free field
// text that would run, break out, be formatted or overflow if it were taken for more than text. It is the same at
// every run. Whatever of it is executed sets `window.evil`.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const attacks = (n) => [
  `<script>window.evil=${n}</script>`,
  `" onmouseover="window.evil=${n}" autofocus onfocus="window.evil=${n}`,
  `{{ 7*191 }}{% raw %}{{ 7*191 }}`,
  `{b|bold} {a} {c} {@x}`,
  "W".repeat(200),
  `</script><script>window.evil=${n}</script>`,
  `#*#*#window.evil=${n}#*#*#`,
  `<img src=x onerror="window.evil=${n}">`,
  "مرحبا بالعالم، كيف حالكم؟",
  `' onmouseover='window.evil=${n}`,
  `=cmd|' /C calc'!A0`,
  `<a href="javascript:window.evil=${n}">x</a>`,
  `&lt;b&gt; &amp;amp; &#106;avascript&colon;`,
  "👩‍👩‍👧 🏳️‍🌈 ✊🏿 Zürich 東京",
  `<svg/onload=window.evil=${n}>`,
  `javascript:window.evil=${n}`,
  "]]> --> */ \\ ` \\u003c %3Cscript%3E",
];

const count = attacks(0).length;

/// All of it, for fields that stand alone and for what respondents wrote.
const every = (n) => [...attacks(n), `№${n}`].join(" ");

/// One attack, and another where that leaves room: for fields with many values, so that each attack is first in some.
function some(n) {
  const [first, second] = [attacks(n)[n % count], attacks(n)[(n + 3) % count]];
  return first.length + second.length > 200 ? `${first} ${n}` : `${first} ${second} ${n}`;
}

/// One that can be part of an address.
const label = (name, n) => `${name} ${attacks(n)[n % 4]}`;
const address = (text) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");

const blocks = ["terms", "people", "product", "news"];
const ratings = ["fair", "clear", "known", "kind", "stable", "quick", "told", "asked"];
const tiers = ["strategic", some(1), some(3), some(12)];
const regions = [0, 2, 5, 8, 13].map(some);
const shops = [0, 4, 6, 7, 9, 10].map((n) => some(n + count));
const roles = ["decision-maker", "influencer", "user", "gatekeeper", some(11 + count)];
const teams = [1, 2, 14, 16].map((n) => some(n + 2 * count));
const waves = [
  { label: label("2024-H2", 1), year: 2024, month: "09", from: "2024-09-02", to: "2024-09-27" },
  { label: label("2025-H1", 2), year: 2025, month: "03", from: "2025-03-03", to: "2025-03-28" },
  { label: label("2025-H2", 3), year: 2025, month: "09", from: "2025-09-01", to: "2025-09-26" },
  { label: label("2026-H1", 0), year: 2026, month: "03", from: "2026-03-02", to: "2026-03-27" },
];

/// Even numbers below `below`, the same at every run (a linear congruential generator after Numerical Recipes).
function generator() {
  let state = 20260302;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const named = (ids, make) => Object.fromEntries(ids.map((id, at) => [id, make(id, at)]));

function configuration() {
  return {
    title: every(1),
    customers: "mixed",
    currency: some(7),
    account_label: { one: some(5), many: some(6) },
    questions: {
      recommend: { kind: "nps", text: every(2), relevant: 2 },
      satisfaction: { kind: "csat", text: every(3) },
      ease: { kind: "ces", text: every(4) },
      ...named(ratings, (_, at) => ({
        kind: "rating", scale: [1, 5], block: blocks[Math.floor(at / 2)], text: some(20 + at),
      })),
      erp: { kind: "choice", options: named(["one", "two", "three"], (_, at) => some(30 + at)), text: some(33) },
      channels: { kind: "choices", options: named(["one", "two", "three"], (_, at) => some(34 + at)), text: some(37) },
      why: { kind: "text", text: every(5) },
    },
    blocks: named(blocks, (_, at) => ({ label: some(40 + at), weight: 10 + at, objective: at === 0 })),
    surveys: {
      relationship: { label: every(6), kind: "relationship" },
      support: { label: some(45), kind: "transactional", waves: "quarter" },
      perception: { label: some(46), kind: "relationship" },
    },
    segments: [
      { id: "tier", label: some(50), by: "account.tier", order: ["strategic"] },
      { id: "region", label: some(51), by: "account.region" },
      { id: "role", label: some(52), by: "contact.role" },
      { id: "team", label: some(53), by: "contact.team" },
      { id: "shop", label: every(7), by: "response.shop" },
    ],
    targets: [
      { question: "recommend", value: 40, team: every(8) },
      { question: "recommend", value: 20, where: { tier: "strategic" }, team: some(54) },
    ],
    benchmarks: [
      { question: "recommend", value: 30, label: every(9), source: "javascript:window.evil=9" },
      { question: "recommend", value: 35, label: some(55), source: `https://example.org/"onclick="window.evil=55` },
    ],
    privacy: { respondents: "named", indicative_below: 25 },
    unknown: { contacts: "list", accounts: "list" },
  };
}

const contactId = (account, at) => `c-${account}-${at}`;
const accountId = (at) => (at === 9 ? "ελλάδα-9" : `Account_${at}`);

function account(at) {
  const contacts = Array.from({ length: 8 }, (_, one) => ({
    id: contactId(at, one),
    name: some(100 + at * 8 + one),
    title: some(200 + at * 8 + one),
    role: roles[one % roles.length],
    influence: 1 + (one % 3),
    priorities: [some(300 + at)],
    attributes: { team: teams[(at + one) % teams.length] },
  }));
  return {
    id: accountId(at),
    name: at === 0 ? every(10) : some(60 + at),
    parent: at === 1 || at === 2 ? accountId(0) : undefined,
    status: at === 8 ? "churned" : "active",
    revenue: 120000 * (at + 1) ** 2,
    since: `20${10 + at}-04-01`,
    renewal: `2026-${String(3 + at).padStart(2, "0")}-28`,
    owner: some(70 + (at % 4)),
    attributes: { tier: tiers[at % tiers.length], region: regions[at % regions.length], extra: some(80 + at) },
    history: [{ until: "2025-06-30", owner: some(76), revenue: 90000 * (at + 1), attributes: { tier: tiers[(at + 1) % 4] } }],
    level: at % 3 === 0 ? { is: "watch", by: some(77), on: "2026-02-02", because: every(11 + at) } : undefined,
    contacts,
  };
}

const people = Array.from({ length: 80 }, (_, at) => ({ account: at % 10, contact: Math.floor(at / 10) }));

function answers(random, lean) {
  const rated = () => (random(9) === 0 ? "na" : Math.max(1, Math.min(5, 2 + random(3) + (lean > 1 ? 1 : 0))));
  return {
    recommend: Math.min(10, random(7) + 2 + lean),
    satisfaction: 1 + random(5),
    ease: 1 + random(7),
    ...named(ratings, rated),
    erp: ["one", "two", "three"][random(3)],
    channels: ["one", "two", "three"].slice(random(3)),
    why: some(random(400)),
  };
}

function response(random, wave, at, { account, contact }) {
  const day = String(4 + random(20)).padStart(2, "0");
  return {
    id: `r-${wave}-${at}`,
    account: accountId(account),
    contact: contactId(account, contact),
    date: `${waves[wave].year}-${waves[wave].month}-${day}`,
    channel: some(400 + (at % 5)),
    journey: some(410 + (at % 3)),
    touchpoint: some(420 + (at % 6)),
    topics: [some(430 + (at % 5))],
    answers: answers(random, account % 4),
    comment: at % 3 === 0 ? every(500 + at) : at % 3 === 1 ? some(500 + at) : undefined,
    language: at % 20 === 0 ? some(450) : undefined,
    anonymous: at % 25 === 7 ? true : undefined,
    attributes: { shop: shops[random(shops.length)] },
  };
}

/// A wave of the relationship survey: all are invited; most answer; a few answer who are on no record.
function fieldwork(random, wave) {
  const invited = ({ account, contact }, at) => ({
    contact: contactId(account, contact),
    sent: waves[wave].from,
    outcome: at % 17 === 5 ? "bounced" : at % 19 === 6 ? "refused" : undefined,
  });
  const silent = (at) => at % 17 === 5 || at % 19 === 6 || (at + 5 * wave) % 11 === 0;
  const known = people.map((person, at) => [person, at]).filter(([, at]) => !silent(at));
  const strangers = [0, 1, 2, 3, 4].map((at) => ({
    ...response(random, wave, 90 + at, { account: 3, contact: at }),
    account: at === 0 ? "Nowhere" : undefined,
    contact: at === 1 ? "nobody" : undefined,
  }));
  return {
    survey: "relationship",
    wave: waves[wave].label,
    from: waves[wave].from,
    to: waves[wave].to,
    conducted_by: wave % 2 ? "independent" : "in-house",
    invitations: people.map(invited),
    responses: [...known.map(([person, at]) => response(random, wave, at, person)), ...strangers],
  };
}

function support(random) {
  const responses = Array.from({ length: 36 }, (_, at) => ({
    ...response(random, 3, at, { account: at % 10, contact: at % 8 }),
    id: `s-${at}`,
    date: `2025-${String(1 + (at % 12)).padStart(2, "0")}-15`,
    answers: { ease: 1 + random(7), satisfaction: 1 + random(5) },
  }));
  return { survey: "support", responses };
}

function perception(random) {
  const responses = Array.from({ length: 14 }, (_, at) => ({ id: `e-${at}`, answers: answers(random, 3), comment: some(600 + at) }));
  const { label: wave, from, to } = waves[3];
  return { survey: "perception", wave, from, to, respondents: "employees", invitations: { sent: 20 }, responses };
}

function tickets(random) {
  const severities = ["low", "normal", "high", "critical"];
  return Array.from({ length: 40 }, (_, at) => ({
    id: `T-${at} ${some(700 + at)}`,
    contact: contactId(at % 10, at % 8),
    opened: `2025-${String(1 + (at % 12)).padStart(2, "0")}-0${1 + random(5)}T08:00:00Z`,
    first_reply: `2025-${String(1 + (at % 12)).padStart(2, "0")}-07T10:00:00Z`,
    resolved: at % 6 === 0 ? undefined : `2025-${String(1 + (at % 12)).padStart(2, "0")}-${10 + random(15)}T16:00:00Z`,
    severity: severities[at % 4],
    topic: some(750 + (at % 4)),
    channel: some(755),
    contacts_made: 1 + random(6),
    agents: 1 + random(4),
    reopened: random(2),
    escalated_to: at % 5 === 0 ? some(760) : undefined,
  }));
}

function actions() {
  return Array.from({ length: 16 }, (_, at) => ({
    id: `A-${at} ${some(800 + at)}`,
    kind: at % 4 === 0 ? "strategic" : "tactical",
    account: at % 4 === 0 ? undefined : accountId(at % 10),
    contact: at % 4 === 0 ? undefined : contactId(at % 10, at % 8),
    survey: "relationship",
    block: blocks[at % 4],
    title: at === 1 ? every(820) : some(820 + at),
    owner: some(70 + (at % 4)),
    opened: "2025-10-06",
    contacted: at % 2 ? "2025-10-07" : "2025-10-20",
    agreed: at % 3 ? "2025-10-25" : undefined,
    due: "2026-01-31",
    closed: at % 3 === 1 ? "2026-01-15" : undefined,
  }));
}

const outcomes = () =>
  [2024, 2025].flatMap((period) =>
    people.slice(0, 10).map(({ account }) => ({
      account: accountId(account),
      period: String(period),
      renewed: (account + period) % 5 !== 0,
      revenue_before: 100000 * (account + 1),
      revenue_after: 90000 * (account + 2),
    })),
  );

/// Analysts may write HTML, but none that runs; what they quote and link to is hostile.
function commentary(n) {
  const front = JSON.stringify({ title: every(n), author: every(n + 1), date: "2026-04-01" });
  return `---
${front}
---
{{ quote("r-3-0") }} and inline {{ quote("r-3-1") }}, {{ link("account:Account_0") }}, {{ link("account:ελλάδα-9", "<b onclick=window.evil=${n}>") }}.

It stands at {{ score("recommend") }} and {{ change("recommend") }}.

<script>window.evil=${n}</script><svg/onload=window.evil=${n}>
<p onclick="window.evil=${n}" style="position:fixed;inset:0">A paragraph</p>
<a href="javascript:window.evil=${n}" onmouseover="window.evil=${n}">a link</a> and [another](javascript:window.evil=${n}),
<iframe srcdoc="<script>parent.evil=${n}</script>"></iframe><form action="javascript:window.evil=${n}"><button>go</button></form>
<style>body { display: none }</style><details open ontoggle="window.evil=${n}"><summary>more</summary>in it</details>

${"W".repeat(200)}

| a | b |
| --- | --- |
| ${"W".repeat(200)} | <b onclick="window.evil=${n}">x</b> |
`;
}

/// Writes the program into a folder, in JSON, which cxbook reads as it reads YAML.
export function writeHostile(folder) {
  const random = generator();
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const json = (path, value) => write(path, JSON.stringify(value, null, 1));
  json("cxbook.json", configuration());
  json("data/accounts.json", { accounts: people.slice(0, 10).map((_, at) => account(at)) });
  waves.forEach((_, wave) => json(`data/surveys/relationship/${wave}.json`, fieldwork(random, wave)));
  json("data/surveys/support.json", support(random));
  json("data/surveys/perception.json", perception(random));
  json("data/tickets.json", { tickets: tickets(random) });
  json("data/actions.json", { actions: actions() });
  json("data/outcomes.json", { outcomes: outcomes() });
  const places = ["index", "accounts/Account_0", "segments/tier/strategic", "notes/deep/own"];
  [...places, `waves/relationship/${address(waves[3].label)}`].forEach((place, at) =>
    write(`commentary/${place}.md`, commentary(900 + 2 * at)),
  );
}
