// The report as one page that needs nothing else: what was found, how sure it is, what to look at, and how it came about.

import type { Model } from '../model/index.ts';
import type { Locale } from '../roles/index.ts';
import { clusterSizes, matchWeights, type Say, sayIn, waterfall, weightHistogram } from './charts.ts';
import { html, type Markup, Markup as Raw } from './markup.ts';
import { bytes, percent, seconds, whole } from './numbers.ts';
import { type RunReport, recallSaid, recallUnknown } from './run-report.ts';
import { STYLE } from './style.ts';

const fact = (value: string, label: string): Markup => html`<div><b>${value}</b><span>${label}</span></div>`;

const summary = (report: RunReport, say: Say): Markup => {
  const wrong = percent(1 - report.expected.precision);
  const missed = percent(1 - report.expected.recall);
  const unknown = recallUnknown(report);
  return html`<section><h2>${say({ zh: '結果', en: 'What was found' })}</h2>
<div class="facts">${[
    fact(whole(report.records), say({ zh: '筆紀錄', en: 'records' })),
    fact(whole(report.clusters), say({ zh: '個人或單位（群）', en: 'persons or things (clusters)' })),
    fact(whole(report.linkedPairs), say({ zh: '對連結', en: 'linked pairs' })),
    fact(percent(report.expected.precision), say({ zh: '預期正確（精確率）', en: 'expected to be right (precision)' })),
    fact(recallSaid(report), say({ zh: '預期找到（召回率）', en: 'expected to be found (recall)' })),
  ]}</div>
<p>${say({
    zh: `機率達 ${percent(report.threshold)} 的配對視為同一對象。這條線不是靠標準答案挑的：程式依自己算出的機率，選擇預期 F1 最高之處。預期連結中約 ${wrong} 有誤，${unknown ? `應連而未連的至少 ${missed}，實際多少無從得知（見「要留意」）` : `約 ${missed} 應連而未連`}。`,
    en: `Pairs with a probability of at least ${percent(report.threshold)} count as one. Nobody showed the program the truth: it draws the line where it expects the best balance. About ${wrong} of the links are expected to be wrong, and ${unknown ? `at least ${missed} of the true pairs to be missed: how many there are cannot be known here (see “Look out for”)` : `about ${missed} of the true pairs to be missed`}.`,
  })}</p></section>`;
};

const cautions = (report: RunReport, say: Say): Markup => {
  const all = [...report.warnings.map((w) => w.words), ...report.notes.map((n) => n.words)];
  const skipped = report.rules.filter((rule) => rule.oversizeBlocks > 0);
  const lines = [
    ...all.map(say),
    ...skipped.map((rule) =>
      say({
        zh: `「${rule.label.zh}」有 ${whole(rule.oversizeBlocks)} 個過大的群組（最大 ${whole(rule.largestBlock)} 筆），其中 ${whole(rule.skippedRecords)} 筆未以此規則比對。`,
        en: `“${rule.label.en}” has ${whole(rule.oversizeBlocks)} blocks that are too large (the largest of ${whole(rule.largestBlock)} records); ${whole(rule.skippedRecords)} records were not compared by it.`,
      }),
    ),
  ];
  const none = html`<p>${say({ zh: '沒有需要注意的事。', en: 'Nothing to look out for.' })}</p>`;
  return html`<section><h2>${say({ zh: '要留意', en: 'Look out for' })}</h2>${lines.length === 0 ? none : lines.map((line) => html`<div class="warn">${line}</div>`)}</section>`;
};

const unlinkables = (
  report: RunReport,
  say: Say,
): Markup => html`<section><h2>${say({ zh: '連不起來的紀錄', en: 'Records that cannot be linked' })}</h2>
<p>${say({
  zh: `${whole(report.unlinkable)} 筆（${percent(report.records === 0 ? 0 : report.unlinkable / report.records)}）內容太少：即使與一模一樣的另一筆相比也達不到門檻。它們不是「沒有重複」，而是「無從判斷」。`,
  en: `${whole(report.unlinkable)} records (${percent(report.records === 0 ? 0 : report.unlinkable / report.records)}) say too little: not even a copy of themselves would reach the threshold. They are not free of duplicates; there is just no telling.`,
})}</p></section>`;

const weights = (
  report: RunReport,
  model: Model,
  say: Say,
): Markup => html`<section><h2>${say({ zh: '每種相符或不符值多少', en: 'What each agreement and difference is worth' })}</h2>
<p>${say({
  zh: '每多一位元，同一人的機會就加倍；負的則減半。往右（綠）支持同一人，往左（紅）反對。灰字是出現的次數。罕見的姓名、電話會在這之上另加分。',
  en: 'Each bit doubles the odds of being the same, each negative bit halves them. To the right speaks for the same, to the left against. In grey: how often it occurred. Rare names and numbers add to this.',
})}</p>${matchWeights(model, report, say)}</section>`;

const samples = (report: RunReport, say: Say): Markup | false =>
  report.samples.length > 0 &&
  html`<section><h2>${say({ zh: '幾個例子', en: 'Some pairs' })}</h2>
<p>${say({
    zh: '下面是真實的紀錄，分享本頁前請留意個資（--no-samples 可不列出）。兩側的值並列，下方是它帶來的位元；全部相加就是分數。',
    en: 'These are real records: mind that before you pass this page on (--no-samples leaves them out). The values of both sides stand beside each other, below them the bits they bring; the sum is the weight.',
  })}</p>${report.samples.map((pair) => waterfall(pair, say))}</section>`;

const shapes = (report: RunReport, say: Say): Markup => html`<section><h2>${say({ zh: '每群幾筆', en: 'Records in a cluster' })}</h2>
<p>${say({
  zh: `最大的一群有 ${whole(report.largestCluster)} 筆。切開了 ${whole(report.removedBridges)} 條可疑的橋，有 ${whole(report.cannotLinks)} 對因互相矛盾而不得同群。長條以對數繪製。`,
  en: `The largest cluster has ${whole(report.largestCluster)} records. ${whole(report.removedBridges)} doubtful bridges were cut, and ${whole(report.cannotLinks)} pairs contradict each other and were kept apart. Bars are logarithmic.`,
})}</p>${clusterSizes(report)}<h3>${say({ zh: '所有配對的分數', en: 'Weights of all scored pairs' })}</h3>
<p>${say({ zh: '深色是預期為真的部分；高度為對數。', en: 'The deep colour is the part that is expected to be true; heights are logarithmic.' })}</p>${weightHistogram(report, say)}</section>`;

const making = (report: RunReport, say: Say): Markup => {
  const rules = report.rules.map(
    (rule) =>
      html`<tr><td>${say(rule.label)}</td><td>${rule.used ? say({ zh: '用', en: 'used' }) : say({ zh: '不用', en: 'not used' })}</td><td class="n">${whole(rule.expectedPairs)}</td><td class="n">${whole(rule.largestBlock)}</td></tr>`,
  );
  const phases = report.phases.map((phase) => html`<tr><td>${phase.name}</td><td class="n">${seconds(phase.seconds)}</td></tr>`);
  const inputs = report.inputs.map(
    (input) =>
      html`<tr><td>${input.name}</td><td class="values">${input.files.join(', ')}</td><td>${input.id}</td><td class="n">${whole(input.rows)}</td></tr>`,
  );
  const head = (...names: readonly string[]): Markup => html`<tr>${names.map((n, i) => html`<th class="${i > 1 && 'n'}">${n}</th>`)}</tr>`;
  return html`<section><h2>${say({ zh: '怎麼算出來的', en: 'How it came about' })}</h2>
<p>${say({
    zh: `在 ${seconds(report.seconds)} 內比對了 ${whole(report.pairs)} 對（記憶體最多 ${bytes(report.peakBytes)}，${report.engine}）。不是每筆都與每筆相比：只比至少有一種「鍵」相同的。`,
    en: `${whole(report.pairs)} pairs were compared in ${seconds(report.seconds)} (at most ${bytes(report.peakBytes)} of memory, ${report.engine}). Not every record was compared with every other: only those that share at least one of these keys.`,
  })}</p>
<div class="scroll"><table>${head(say({ zh: '鍵', en: 'key' }), '', say({ zh: '預期對數', en: 'expected pairs' }), say({ zh: '最大群組', en: 'largest block' }))}${rules}</table></div>
<h3>${say({ zh: '時間', en: 'Time' })}</h3><table>${phases}</table>
<h3>${say({ zh: '輸入', en: 'Input' })}</h3><div class="scroll"><table>${head('', '', 'id', say({ zh: '筆數', en: 'rows' }))}${inputs}</table></div></section>`;
};

const body = (report: RunReport, model: Model, locale: Locale): Markup => {
  const say = sayIn(locale);
  const title = say({ zh: '資料比對報告', en: 'Record linkage report' });
  return html`<div class="${locale === 'zh-TW' ? 'zh' : 'en'}" lang="${locale}"><h1>${title}</h1><p>${report.command} · ${report.finishedAt}</p>${summary(report, say)}${cautions(report, say)}${samples(report, say)}${weights(report, model, say)}${shapes(report, say)}${unlinkables(report, say)}${making(report, say)}</div>`;
};

/** The whole page; both languages are in it, `language` is the one shown first. */
export const renderPage = (report: RunReport, model: Model, language: Locale): string => {
  const checked = (locale: Locale): Markup => (language === locale ? html` checked` : html``);
  return html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Linkage</title><style>${new Raw(STYLE)}</style></head><body>
<input class="switch" type="radio" name="l" id="to-zh" aria-label="中文"${checked('zh-TW')}><input class="switch" type="radio" name="l" id="to-en" aria-label="English"${checked('en')}>
<main><div class="lang"><label for="to-zh">中文</label><label for="to-en">English</label></div>${body(report, model, 'zh-TW')}${body(report, model, 'en')}</main></body></html>
`.text;
};
