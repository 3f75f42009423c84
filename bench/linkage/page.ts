// The bench page: tables and plots made from the results and nothing else.

import type { AccuracyRow, Scored } from './accuracy.ts';
import type { OrderRow } from './order.ts';
import { barChart, type Group } from './plots.ts';
import type { Results } from './results.ts';
import type { SpeedRow, Timed } from './speed.ts';

const share = (x: number): string => x.toFixed(4);
const count = (n: number): string => Math.round(n).toLocaleString('en-US');
const time = (s: number): string => (s < 10 ? `${s.toFixed(2)} s` : `${s.toFixed(1)} s`);
const memory = (b: number): string => `${(b / 1e9).toFixed(2)} GB`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

/** The rival's better result, by what is asked. */
const better = (row: AccuracyRow, of: (scored: Scored) => number): number | null => {
  const values = [row.splink, row.splinkOurKeys].flatMap((s) => (s === null ? [] : [of(s)]));
  return values.length === 0 ? null : Math.max(...values);
};

const orDash = (value: number | null, format: (n: number) => string): string => (value === null ? '—' : format(value));

const accuracyTable = (rows: readonly AccuracyRow[]): string =>
  table(
    [
      'data',
      'records',
      'pair F1, own threshold',
      'best possible threshold',
      'cluster F1',
      'Splink pair F1 at 0.5',
      'Splink pair F1, best threshold',
      'Splink clusters, best threshold',
    ],
    rows.map((row) => [
      row.data,
      count(row.records),
      `**${share(row.ours.own.f1)}**`,
      share(row.ours.best.f1),
      `**${share(row.ours.clusters.f1)}**`,
      orDash(
        better(row, (s) => s.own.f1),
        share,
      ),
      orDash(
        better(row, (s) => s.best.f1),
        share,
      ),
      orDash(
        better(row, (s) => s.bestClosure.f1),
        share,
      ),
    ]),
  );

const honestyTable = (rows: readonly AccuracyRow[]): string =>
  table(
    [
      'data',
      'threshold',
      'expected precision',
      'real',
      'expected recall',
      'real',
      'blocking recall',
      'candidate pairs',
      'Splink blocking recall',
      'B-cubed F1',
      'largest cluster',
    ],
    rows.map((row) => [
      row.data,
      share(row.ours.threshold),
      orDash(row.ours.expected?.precision ?? null, share),
      share(row.ours.own.precision),
      orDash(row.ours.expected?.recall ?? null, share),
      share(row.ours.own.recall),
      share(row.ours.blockingRecall),
      count(row.ours.pairs),
      orDash(row.splink?.blockingRecall ?? null, share),
      share(row.ours.bCubed.f1),
      count(row.ours.largestCluster),
    ]),
  );

const name = (tool: Timed['tool']): string => ({ ours: 'linkage', splink: 'Splink', 'splink-our-keys': 'Splink, our keys' })[tool];
const label = (row: SpeedRow): string => `${count(row.rows)} ${row.blocking}`;
const ours = (row: SpeedRow): Timed => row.tools.find((t) => t.tool === 'ours')!;

/** The faster of the rival's runs. */
const rival = (row: SpeedRow): Timed | undefined => row.tools.filter((t) => t.tool !== 'ours').sort((a, b) => a.seconds - b.seconds)[0];

const speedTable = (rows: readonly SpeedRow[]): string =>
  table(
    [
      'rows, blocking',
      'linkage',
      'Splink (faster run)',
      'times faster',
      'whole process',
      'memory',
      'Splink memory',
      'processor time',
      'times the limit (time)',
      'best F1',
      'Splink best F1',
      'recall kept',
      'Splink',
      'measured',
    ],
    rows.map((row) => {
      const us = ours(row);
      const them = rival(row);
      return [
        label(row),
        `**${time(us.seconds)}**`,
        them ? time(them.seconds) : '—',
        them ? `**${(them.seconds / us.seconds).toFixed(1)}**` : '—',
        them
          ? `${time(us.processSeconds)} / ${time(them.processSeconds)} = ${(them.processSeconds / us.processSeconds).toFixed(1)}`
          : time(us.processSeconds),
        memory(us.peakBytes),
        them ? memory(them.peakBytes) : '—',
        them ? `${time(us.cpuSeconds)} / ${time(them.cpuSeconds)} = ${(them.cpuSeconds / us.cpuSeconds).toFixed(1)}` : time(us.cpuSeconds),
        row.limit ? (us.seconds / row.limit.seconds).toFixed(1) : '—',
        share(us.bestF1),
        them ? share(them.bestF1) : '—',
        share(us.recallKept),
        them ? share(them.recallKept) : '—',
        `${row.at.slice(0, 10)}, ${row.machine.cpu}, Node ${row.machine.node}${row.remark === '' ? '' : `; ${row.remark}`}`,
      ];
    }),
  );

const phaseTable = (rows: readonly SpeedRow[]): string => {
  const phases = [...new Set(rows.flatMap((row) => Object.keys(ours(row).phases)))];
  return table(
    ['rows, blocking', ...phases],
    rows.map((row) => [label(row), ...phases.map((p) => orDash(ours(row).phases[p] ?? null, time))]),
  );
};

const groups = (rows: readonly SpeedRow[], value: (t: Timed) => number, text: (n: number) => string): Group[] =>
  rows.map((row) => ({ label: label(row), bars: row.tools.map((t) => ({ series: name(t.tool), value: value(t), text: text(value(t)) })) }));

const practice = ({ practice: p }: Results): string =>
  p === null
    ? ''
    : `
## Answers by people, and updates (${p.data})

${p.labels} questions chosen by \`linkage ask\`, answered by the truth and handed back: cluster F1 ${share(p.before)} → **${share(p.after)}**.

A run over four fifths of the records, updated by the last fifth: cluster F1 ${share(p.updated)}, against ${share(p.full)} of a full run over all;
the two clusterings agree with each other at a pair F1 of ${share(p.alike)}.
`;

const variantsTable = (rows: readonly AccuracyRow[]): string =>
  rows.length === 0
    ? ''
    : `
### With columns missing

${table(
  ['data', 'pair F1, own threshold', 'best possible threshold', 'expected precision', 'real', 'expected recall', 'real', 'blocking recall'],
  rows.map(({ data, ours: { own, best, expected, blockingRecall } }) => [
    data,
    `**${share(own.f1)}**`,
    share(best.f1),
    orDash(expected?.precision ?? null, share),
    share(own.precision),
    orDash(expected?.recall ?? null, share),
    share(own.recall),
    share(blockingRecall),
  ]),
)}
`;

const orderTable = (rows: readonly OrderRow[]): string =>
  rows.length === 0
    ? ''
    : `
### The same rows in another order

Each file once as it is on one thread, once shuffled on two threads with a worker; a difference is an edge that is missing on one side or weighs otherwise, a record whose cluster holds others.

${table(
  ['rows', 'edges', 'edges that differ', 'records that differ'],
  rows.map((row) => [count(row.rows), count(row.edges), `**${row.otherEdges}**`, `**${row.otherClusters}**`]),
)}
`;

const MARKS = /(<!-- bench -->)[\s\S]*(<!-- \/bench -->)/;

/** The package README with the measured tables between its marks. */
export const quoteIn = (readme: string, results: Results): string =>
  readme.replace(
    MARKS,
    (_, open: string, close: string) => `${open}\n${accuracyTable(results.accuracy)}\n\n${speedTable(results.speed)}\n${close}`,
  );

/** The page and its pictures, by file name. */
export const renderBench = (results: Results): Record<string, string> => {
  const { machine } = results;
  const bars = results.accuracy.map((row): Group => {
    const best = better(row, (s) => s.best.f1);
    return {
      label: row.data,
      bars: [
        { series: 'linkage', value: row.ours.own.f1, text: share(row.ours.own.f1) },
        ...(best === null ? [] : [{ series: 'Splink', value: best, text: `${share(best)} (best threshold by truth)` }]),
      ],
    };
  });
  const page = `# Record linkage, measured beside Splink

Made from \`bench/results/linkage.json\` by \`npm run bench -- linkage --page\`; nothing here is typed by hand.

Written ${results.measuredAt}, the latest measurement on ${machine ? `${machine.cores} cores (${machine.cpu}), ${Math.round(machine.memoryBytes / 2 ** 30)} GiB, Node ${machine.node}` : 'no machine'}. ${Object.entries(
    results.versions,
  )
    .map(([tool, version]) => `${tool} ${version}`)
    .join(', ')}. ${results.remark}

One default configuration for all sets. \`linkage\` chooses its threshold without truth; Splink is shown at its usual 0.5 and at the threshold that is best by the
truth, with its documented settings or with our blocking keys as its rules, whichever is better for it. All true pairs count, also those that blocking never proposes.

## Accuracy

${accuracyTable(results.accuracy)}

![Pair F1](linkage-bench.accuracy.svg)

### Does it know how good it is?

${honestyTable(results.accuracy)}
${variantsTable(results.variants)}
${practice(results)}${orderTable(results.order)}
## Time and memory

Generated Taiwanese persons (\`bench/linkage/generator\`), fresh processes. Seconds run from the raw table in the engine to clusters, preparing of values
included; "whole process" adds starting the interpreter, reading the file, sealing the model's frequencies, working out the report's figures and writing the answer. Splink's time is the faster of its own rules and our keys.
The limit is that of the design: 0.7 µs a row + 0.16 µs a candidate pair + 0.06 µs an edge.

${speedTable(results.speed)}

![Time](linkage-bench.time.svg)

![Memory](linkage-bench.memory.svg)

### Where our time goes

${phaseTable(results.speed)}
`;
  return {
    'linkage-bench.md': page,
    'linkage-bench.accuracy.svg': barChart('Pair F1 (linkage: own threshold, no truth)', bars, 'plain', 0.5),
    ...(results.speed.length === 0
      ? {}
      : {
          'linkage-bench.time.svg': barChart(
            'Seconds from table to clusters (logarithmic)',
            groups(results.speed, (t) => t.seconds, time),
            'log',
            0.05,
          ),
          'linkage-bench.memory.svg': barChart(
            'Peak memory (logarithmic)',
            groups(results.speed, (t) => t.peakBytes, memory),
            'log',
            1e8,
          ),
        }),
  };
};
