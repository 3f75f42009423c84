// `npm run bench -- linkage`: measures, keeps the results as JSON and makes the page from them. How: README.md.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions } from '../read-options.ts';
import { measureAccuracy, type Places } from './accuracy.ts';
import { DATA } from './data.ts';
import { lookAround } from './machine.ts';
import { measureOrder } from './order.ts';
import { quoteIn, renderBench } from './page.ts';
import { measurePractice } from './people-and-updates.ts';
import { merged, type Results, readResults, writeResults } from './results.ts';
import { measureSpeed, type SpeedPlan } from './speed.ts';
import { variants } from './variants.ts';
import { versionsOf } from './versions.ts';
import { UNSEEN, worldData } from './worlds.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const RESULTS = join(root, 'bench', 'results', 'linkage.json');

const values = readOptions(
  process.argv.slice(2),
  {
    accuracy: { type: 'boolean' },
    variants: { type: 'boolean' },
    speed: { type: 'boolean' },
    page: { type: 'boolean' },
    practice: { type: 'boolean' },
    order: { type: 'boolean' },
    sizes: { type: 'string', default: '10k,100k,1m,1m-loose' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    'splink-venv': { type: 'string' },
    datasets: { type: 'string' },
    work: { type: 'string' },
    spill: { type: 'string' },
    remark: { type: 'string' },
  },
  ['runs'],
  `npm run bench -- linkage [--accuracy] [--variants] [--practice] [--speed] [--order] [--page], all without one of them; [--sizes 1k,10k,100k,1m,1m-loose,10m]
  [--runs N] [--only SET,…] [--splink-venv DIR, or LINKAGE_SPLINK_VENV] [--datasets DIR] [--work DIR] [--spill DIR] [--remark TEXT]`,
);

const SIZES: Readonly<Record<string, Omit<SpeedPlan, 'runs'>>> = {
  '1k': { rows: 1000, seed: 200, errors: 1, blocking: 'tight' },
  '10k': { rows: 10_000, seed: 201, errors: 1, blocking: 'tight' },
  '100k': { rows: 100_000, seed: 202, errors: 1, blocking: 'tight' },
  '1m': { rows: 1_000_000, seed: 203, errors: 1, blocking: 'tight' },
  '1m-loose': { rows: 1_000_000, seed: 203, errors: 1, blocking: 'loose' },
  '10m': { rows: 10_000_000, seed: 204, errors: 1, blocking: 'tight' },
};

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const work = values.work ?? join(root, '.cache', 'linkage-bench');
const places: Places = {
  datasets: values.datasets ?? process.env.LINKAGE_DATASETS ?? join(root, '..', 'shared', 'datasets', 'linkage'),
  work,
  venv: values['splink-venv'] || process.env.LINKAGE_SPLINK_VENV || undefined,
};
await mkdir(work, { recursive: true });
let results: Results = await readResults(RESULTS);
const keep = async (part: Partial<Results>): Promise<void> => {
  results = {
    ...results,
    ...part,
    machine: lookAround(),
    measuredAt: new Date().toISOString(),
    versions: await versionsOf(places.venv),
    // What was said beside times stands with them.
    remark: values.speed ? results.remark : (values.remark ?? results.remark),
  };
  await writeResults(RESULTS, results);
};
const chosen = (id: string): boolean => values.only === undefined || values.only.split(',').includes(id);
const all = !values.accuracy && !values.variants && !values.speed && !values.page && !values.practice && !values.order;

if (values.accuracy || all) {
  const worlds = await Promise.all(UNSEEN.map((plan) => worldData(plan, work)));
  for (const data of [...DATA, ...worlds]) {
    if (!chosen(data.id)) continue;
    const row = await measureAccuracy(data, places);
    const rival = row.splink === null ? '' : `, Splink best ${Math.max(row.splink.best.f1, row.splinkOurKeys?.best.f1 ?? 0).toFixed(4)}`;
    say(
      `${row.data}: own ${row.ours.own.f1.toFixed(4)}, best ${row.ours.best.f1.toFixed(4)}, clusters ${row.ours.clusters.f1.toFixed(4)}${rival}`,
    );
    await keep({ accuracy: merged(results.accuracy, [row], (r) => r.data) });
  }
}
if (values.variants || all) {
  for (const data of await variants(work)) {
    if (!chosen(data.id)) continue;
    // Splink is not run: its settings are written for the whole sets.
    const row = await measureAccuracy(data, { ...places, venv: undefined });
    const { own, best, expected } = row.ours;
    say(
      `${row.data}: own ${own.f1.toFixed(4)}, best ${best.f1.toFixed(4)}, precision ${own.precision.toFixed(4)}, expected ${expected?.precision.toFixed(4)}`,
    );
    await keep({ variants: merged(results.variants, [row], (r) => r.data) });
  }
}
if (values.practice || all) {
  const data = DATA.find((d) => d.id === 'taiwan-synthetic')!;
  const practice = await measurePractice(data, join(places.datasets, data.file), places);
  say(`practice: ${JSON.stringify(practice)}`);
  await keep({ practice });
}
if (values.order || all) {
  for (const size of values.sizes.split(',').filter((each) => !each.includes('loose'))) {
    const plan = SIZES[size];
    if (plan === undefined) throw new Error(`no size ${size}; there are ${Object.keys(SIZES).join(', ')}`);
    const row = await measureOrder(plan, work);
    say(`order ${size}: ${row.otherEdges} of ${row.edges} edges and ${row.otherClusters} records differ`);
    await keep({ order: merged(results.order, [row], (r) => `${r.rows}`) });
  }
}
if (values.speed || all) {
  for (const size of values.sizes.split(',')) {
    const plan = SIZES[size];
    if (plan === undefined) throw new Error(`no size ${size}; there are ${Object.keys(SIZES).join(', ')}`);
    const row = await measureSpeed({ ...plan, runs: Number(values.runs) }, places, values.spill, values.remark ?? '');
    say(
      `${size}: ${row.tools.map((t) => `${t.tool} ${t.seconds.toFixed(2)} s ${(t.peakBytes / 1e9).toFixed(2)} GB F1 ${t.bestF1.toFixed(4)}`).join(' · ')}`,
    );
    await keep({
      speed: merged(results.speed, [row], (r) => `${r.rows} ${r.blocking}`).sort(
        (a, b) => a.rows - b.rows || b.blocking.localeCompare(a.blocking),
      ),
    });
  }
}
if (values.page && values.remark !== undefined) {
  results = { ...results, remark: values.remark };
  await writeResults(RESULTS, results);
}
for (const [name, content] of Object.entries(renderBench(results))) await writeFile(join(root, 'docs', name), content);
const readme = join(root, 'packages', 'linkage', 'README.md');
await writeFile(readme, quoteIn(await readFile(readme, 'utf8'), results));
