// The report's drawings: bars for and against, a waterfall of one pair, sizes of clusters, weights of all pairs. Plain HTML and SVG, no script.

import type { Model } from '../model/index.ts';
import type { Locale, Words } from '../roles/index.ts';
import { html, type Markup } from './markup.ts';
import { bits, percent, whole } from './numbers.ts';
import type { RunReport, SamplePair, SampleStep } from './run-report.ts';

export type Say = (words: Words) => string;

export const sayIn =
  (locale: Locale): Say =>
  (words) =>
    locale === 'zh-TW' ? words.zh : words.en;

/** Bits beyond this fill the whole bar. */
const FULL = 20;

const evidenceBar = (label: string, value: number, note: string, values: readonly Markup[] = []): Markup => {
  const width = Math.min(50, (Math.abs(value) / FULL) * 50).toFixed(2);
  const side = value >= 0 ? 'for' : 'against';
  const text = html`<span class="label">${label}${note !== '' && html` <span class="none">${note}</span>`}${values}</span>`;
  return html`<div class="bar">${text}<span class="track"><span class="fill ${side}" style="width:${width}%"></span></span><span class="n">${bits(value)}</span></div>`;
};

/** What each outcome of each comparison is worth, strongest agreement first. */
export const matchWeights = (model: Model, report: RunReport, say: Say): Markup[] =>
  model.comparisons.map((comparison) => {
    const seen = new Map(report.levels.filter((l) => l.comparison === comparison.id).map((l) => [l.level, l.pairs]));
    const bars = comparison.levels
      .filter((level) => level.id !== 'missing')
      .map((level) => evidenceBar(say(level.label), level.bits, seen.has(level.id) ? `${whole(seen.get(level.id)!)}` : ''));
    return html`<h3>${say(comparison.label)} <span class="none">${comparison.columns.join(', ')}</span></h3>${bars}`;
  });

/** One pair: where the scales stood before, what each comparison put on them, and where they stand. */
export const waterfall = (pair: SamplePair, say: Say): Markup => {
  const start: Words = { zh: '比對前（任意兩筆是同一人的機會很小）', en: 'Before comparing (two records are rarely one person)' };
  const together: Words = { zh: '同時出現的修正', en: 'Correction for things that go together' };
  const family: Words = { zh: '家人也可能這樣相符', en: 'Relatives would agree like this as well' };
  const linked: Words = pair.linked ? { zh: '連結', en: 'linked' } : { zh: '不連結', en: 'not linked' };
  const missing = pair.steps.filter((step) => step.missing);
  const steps = pair.steps
    .filter((step) => !step.missing)
    .map((step) => {
      const values = step.values.map((v) => html`<span class="values">${v.left ?? '—'}<i>│</i>${v.right ?? '—'}</span>`);
      const rare = Math.abs(step.frequencyBits) >= 0.05;
      const note = rare ? say({ zh: `罕見程度 ${bits(step.frequencyBits)}`, en: `${bits(step.frequencyBits)} for how rare` }) : '';
      return evidenceBar(say(step.levelLabel), step.bits + step.frequencyBits, note, values);
    });
  const silent = (steps: readonly SampleStep[], zh: string, en: string): Markup | false =>
    steps.length > 0 &&
    html`<p class="none">${say({ zh, en })}${steps.map((step) => say(step.label)).join(say({ zh: '、', en: ', ' }))}</p>`;
  const blank = silent(
    missing.filter((step) => step.unusable !== true),
    '至少一側空白、不計分：',
    'Empty on one side, so without weight: ',
  );
  const unusable = silent(
    missing.filter((step) => step.unusable === true),
    '佔位、無效或讀不懂的值、不計分：',
    'Placeholders, not valid or not readable, so without weight: ',
  );
  const header = html`<header><b>${pair.idL} │ ${pair.idR}</b><span class="tag ${pair.linked && 'yes'}">${say(linked)}</span><span>${say({ zh: '機率', en: 'probability' })} ${percent(pair.probability)}</span><span class="none">${bits(pair.weight)} ${say({ zh: '位元', en: 'bits' })}</span></header>`;
  const correction = Math.abs(pair.interactionBits) >= 0.05 && evidenceBar(say(together), pair.interactionBits, '');
  const relatives = Math.abs(pair.relatedBits) >= 0.05 && evidenceBar(say(family), pair.relatedBits, '');
  return html`<div class="pair">${header}${evidenceBar(say(start), pair.priorBits, '')}${steps}${correction}${relatives}${blank}${unusable}</div>`;
};

/** How many clusters there are of each size; sizes above ten are gathered in ranges. */
export const clusterSizes = (report: RunReport): Markup[] => {
  const ranges: readonly (readonly [number, number])[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n): [number, number] => [n, n]);
  const all = [...ranges, [11, 20], [21, 50], [51, 100], [101, Number.POSITIVE_INFINITY]] as const;
  const counts = all.map(([from, to]) => report.clusterSizes.reduce((sum, [size, n]) => sum + (size >= from && size <= to ? n : 0), 0));
  const most = Math.max(1, ...counts);
  return all.flatMap(([from, to], i) => {
    const count = counts[i]!;
    if (count === 0) return [];
    const label = from === to ? String(from) : to === Number.POSITIVE_INFINITY ? `> ${from - 1}` : `${from}–${to}`;
    const width = Math.max(0.5, (Math.log1p(count) / Math.log1p(most)) * 100).toFixed(1);
    return [
      html`<div class="plain"><span>${label}</span><span><span class="fill" style="width:${width}%"></span></span><span class="n">${whole(count)}</span></div>`,
    ];
  });
};

/** All scored pairs by weight, with the share that is expected to be true in the deeper colour. */
export const weightHistogram = (report: RunReport, say: Say): Markup => {
  const bins = report.histogram;
  if (bins.length === 0) return html``;
  const first = bins[0]!.bits;
  const last = bins[bins.length - 1]!.bits;
  const width = 720;
  const height = 200;
  const step = width / (last - first + 1);
  const most = Math.max(...bins.map((b) => b.pairs));
  const tall = (n: number): number => (n <= 0 ? 0 : (Math.log1p(n) / Math.log1p(most)) * (height - 30));
  const bars = bins.map((b) => {
    const x = ((b.bits - first) * step).toFixed(1);
    const all = tall(b.pairs);
    const sure = all * (b.expectedMatches / b.pairs);
    const w = Math.max(1, step - 1).toFixed(1);
    return html`<rect x="${x}" width="${w}" y="${(height - 20 - all).toFixed(1)}" height="${(all - sure).toFixed(1)}" fill="var(--line)"/><rect x="${x}" width="${w}" y="${(height - 20 - sure).toFixed(1)}" height="${sure.toFixed(1)}" fill="var(--for)"/><title>${bits(b.bits)}: ${whole(b.pairs)}</title>`;
  });
  const marks = bins
    .filter((b) => b.bits % 5 === 0)
    .map((b) => html`<text x="${((b.bits - first) * step).toFixed(1)}" y="${height - 4}">${bits(b.bits)}</text>`);
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${say({ zh: '各分數的配對數', en: 'Pairs by weight' })}">${bars}${marks}</svg>`;
};
