import type { Report, Result } from './report.js';
import type { Summary } from './summary.js';

/*
 * The picture of a report: for each question a bar for each contender and number of connections, as long as it gave answers in
 * a second. It brings its own background, so that it can be read on a light page and on a dark one.
 */

const WIDTH = 860;
const MARGIN = 24;
const HEADER = 86;
/** Where bars begin, and the longest one ends; behind it stands the figure. */
const BARS = { from: 190, to: 700 };
const BAR = 14;
const HEADING = 30;
const GAP = 10;

/** A colour for each contender in their order, on light and on dark. */
const COLOURS: readonly { light: string; dark: string }[] = [
  { light: '#1f5fbf', dark: '#6ea8fe' },
  { light: '#0f7b6c', dark: '#4fd1b5' },
  { light: '#b3521b', dark: '#f2a36b' },
  { light: '#6b6f76', dark: '#a9b0ba' },
  { light: '#7a4fb5', dark: '#b99cf0' },
];

/** Draws the report as an SVG that can stand alone. */
export function picture({ machine, options, results }: Report): string {
  const questions = byQuestion(results);
  const contenders = [
    ...new Set(results.flatMap((result) => result.contenders.map(({ contender }) => contender))),
  ];
  const connections = [...new Set(results.map((result) => result.connections))];
  const look: Look = {
    colourOf: (contender) => `c${contenders.indexOf(contender) % COLOURS.length}`,
    opacityOf: (count) =>
      connections.length < 2 ? 1 : 0.5 + connections.indexOf(count) / (connections.length - 1) / 2,
  };
  const parts: string[] = [];
  let top = HEADER;
  for (const question of questions) {
    const { height, drawn } = panel(question, top, look);
    parts.push(drawn);
    top += height;
  }
  const title = `Answers per second, ${options.facts.toLocaleString('en')} facts`;
  const about = `Longer is faster; each question has a scale of its own. Median of ${options.rounds} ${options.rounds === 1 ? 'round' : 'rounds'}, the line from the least to the greatest.`;
  const legend = `${connections.length < 2 ? '' : 'From pale to full: '}${connections.join(', ')} at once. ${machine.processors} processors (${machine.model}).`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top + MARGIN}" width="${WIDTH}" height="${top + MARGIN}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped([about, ...questions.flatMap(inWords)].join(' '))}</desc>
<style>${STYLE}</style>
<rect class="page" width="100%" height="100%"/>
<text class="title" x="${MARGIN}" y="34">${escaped(title)}</text>
<text class="note" x="${MARGIN}" y="55">${escaped(about)}</text>
<text class="note" x="${MARGIN}" y="73">${escaped(legend)}</text>
${parts.join('\n')}
</svg>
`;
}

const STYLE = `
text { font: 13px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1c1f24; }
.title { font-size: 18px; font-weight: 600; } .heading { font-weight: 600; } .note { font-size: 12px; }
.page { fill: #ffffff; } .spread { stroke: #1c1f24; stroke-width: 1; }
${COLOURS.map(({ light }, place) => `.c${place} { fill: ${light}; }`).join(' ')}
@media (prefers-color-scheme: dark) {
text { fill: #e8eaed; } .page { fill: #15181c; } .spread { stroke: #e8eaed; }
${COLOURS.map(({ dark }, place) => `.c${place} { fill: ${dark}; }`).join(' ')}
}`;

/** How contenders and numbers of connections are told apart. */
interface Look {
  readonly colourOf: (contender: string) => string;
  readonly opacityOf: (connections: number) => number;
}

/** The results of one question, one for each number of connections. */
type Panel = readonly [Result, ...Result[]];

function byQuestion(results: readonly Result[]): Panel[] {
  const panels = new Map<string, [Result, ...Result[]]>();
  for (const result of results) {
    const panel = panels.get(result.question);
    if (panel === undefined) panels.set(result.question, [result]);
    else panel.push(result);
  }
  return [...panels.values()];
}

function panel(results: Panel, top: number, look: Look): { height: number; drawn: string } {
  const [{ question, title, contenders }] = results;
  const most = Math.max(
    ...results.flatMap((result) => result.contenders.map((each) => each.answersPerSecond.max)),
  );
  const drawn = [
    `<text class="heading" x="${MARGIN}" y="${top + 18}">${escaped(`${question}: ${title}`)}</text>`,
  ];
  let y = top + HEADING;
  for (const { contender } of contenders) {
    const middle = y + (results.length * BAR) / 2;
    drawn.push(
      `<text x="${BARS.from - 10}" y="${middle + 4}" text-anchor="end">${escaped(contender)}</text>`,
    );
    for (const { connections, contenders: summaries } of results) {
      const summary = summaries.find((each) => each.contender === contender);
      if (summary !== undefined) drawn.push(bar(summary, connections, { y, most, look }));
      y += BAR;
    }
    y += GAP / 2;
  }
  return { height: y - top + GAP, drawn: drawn.join('\n') };
}

function bar(
  summary: Summary,
  connections: number,
  { y, most, look }: { y: number; most: number; look: Look },
): string {
  const { median, min, max } = summary.answersPerSecond;
  const length = (figure: number) => ((BARS.to - BARS.from) * figure) / most;
  const place = (figure: number) => rounded(BARS.from + length(figure));
  const middle = y + (BAR - 1) / 2;
  return `<g><title>${escaped(sentence(summary, connections))}</title>
<rect class="${look.colourOf(summary.contender)}" fill-opacity="${rounded(look.opacityOf(connections))}" x="${BARS.from}" y="${y}" width="${rounded(length(median))}" height="${BAR - 1}"/>
<line class="spread" x1="${place(min)}" x2="${place(max)}" y1="${middle}" y2="${middle}"/>
<text class="note" x="${rounded(place(max) + 8)}" y="${y + BAR - 3}">${shown(median)}</text></g>`;
}

function inWords(results: Panel): string[] {
  const [{ question, title }] = results;
  return [
    `${question}, ${title}:`,
    ...results.flatMap(({ connections, contenders }) =>
      contenders.map((each) => sentence(each, connections)),
    ),
  ];
}

function sentence(
  { contender, answersPerSecond: { median, min, max } }: Summary,
  connections: number,
): string {
  return `${contender}, ${connections} at once: ${shown(median)} (${shown(min)} to ${shown(max)}).`;
}

/** A figure as short as it says something. */
function shown(figure: number): string {
  return figure.toFixed(figure < 100 ? 1 : 0);
}

function rounded(figure: number): number {
  return Number(figure.toFixed(1));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
