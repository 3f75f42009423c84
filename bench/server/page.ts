// The table of the last runs for the documents, made from the JSON alone: every number in it was measured, and says on what machine.

import type { Result } from './measure.ts';
import type { Mixed } from './mixed.ts';
import type { Summary } from './open-loop.ts';
import { KINDS, type Kind, MIX } from './requests.ts';

const NAMES: Readonly<Record<string, string>> = {
  list: 'Case list',
  queue: 'Screening queue',
  search: 'Search',
  open: 'Open a case',
  write: 'Record a contact',
  report: 'Report with match',
};
const cell = ({ p50, p95, p99, failures }: Summary): string => `${p50} / ${p95} / ${p99}${failures > 0 ? ` (${failures} failed)` : ''}`;

const costs = ({ cost }: Result): string =>
  cost === undefined
    ? ''
    : `\nProcessor time of one request by itself (server + PostgreSQL, ms): ${KINDS.map((kind) => `${NAMES[kind]} ${cost[kind]?.server ?? '?'} + ${cost[kind]?.postgres ?? '?'}`).join(' · ')}.\n`;

const besides = ({ besides: found }: Result): string => {
  if (found === undefined) return '';
  const rows = Object.entries({ ...found.county, ...found.unit }).map(([name, one]) => {
    const narrow = found.district[name];
    return `| ${name} | ${cell(one)} | ${narrow === undefined ? '' : cell(narrow)} |`;
  });
  return `
Beside the mix, one after the other (p50 / p95 / p99, ms; the start page is that of the unit with the most open cases):

| request | county-wide account | one-district account |
|---|---|---|
${rows.join('\n')}

The page of indicators of the last twelve months: ${found.measures.first} ms when everything is counted, ${found.measures.again} ms within the minute for which it is kept.
`;
};

const MEASURED: Readonly<Record<'first' | 'warm' | 'full' | 'alone', (result: Result['mixed']) => string>> = {
  first: ({ rate }) => `${rate} arrivals a second, at first`,
  warm: ({ rate, warmSeconds }) => `${rate} arrivals a second, after ${warmSeconds} s of the same`,
  full: ({ full }) => `full load: ${full?.underWay} requests always under way`,
  alone: ({ alone }) => `full load with server and PostgreSQL on one processor, the client on the other: ${alone?.underWay} under way`,
};

const mixedLoad = ({ mixed }: Result): string => {
  const share = MIX.map(([kind, part]) => `${Math.round(part * 100)} % ${(NAMES[kind] ?? kind).toLowerCase()}`).join(', ');
  const { first, full, alone } = mixed;
  if (first === undefined || full === undefined)
    return `Mixed load (${share}; half from each account) at ${mixed.rate} arrivals a second for ${mixed.seconds} s, not warmed: ${mixed.successes} successes, ${mixed.failures} failures, ${mixed.cpuSeconds} CPU seconds of server and PostgreSQL together: **${mixed.perCpuSecond} successful requests per CPU second** (aim: 340).`;
  const row = (name: keyof typeof MEASURED, one: Mixed): string => {
    const slowest = KINDS.map((kind) => one.byKind[kind]?.p95 ?? 0).join(' / ');
    return `| ${MEASURED[name](mixed)} | ${one.successes} | ${one.failures} | ${one.perSecond} | ${slowest} | ${one.cost.server} + ${one.cost.postgres} | **${one.perCpuSecond}** |`;
  };
  return `Mixed load (${share}; half from each account), ${mixed.seconds} s each, aim 340 successes per CPU second of server and PostgreSQL together:

| load | successes | failures | a second | p95 by kind, in the order above (ms) | CPU ms a request (server + PostgreSQL) | successes per CPU second |
|---|---|---|---|---|---|---|
${row('first', first)}
${row('warm', mixed)}
${row('full', full)}${alone == null ? '' : `\n${row('alone', alone)}`}`;
};

/** Lists and searches of one district may take 1.3 times what those of the county take; everything else has one bound for both. */
const COMPARED: readonly Kind[] = ['list', 'queue', 'search'];
const within = (kind: Kind, { kinds }: Result): boolean => {
  const { bound, county, district } = kinds[kind];
  const most = COMPARED.includes(kind) ? 1.3 * county.p95 : bound;
  return county.p95 <= bound && district.p95 <= most && county.failures + district.failures === 0;
};

const section = (people: string, result: Result): string => {
  const { counts, machine, plans } = result;
  const lines = KINDS.map((kind) => {
    const { bound, county, district } = result.kinds[kind];
    const ratio = county.p95 === 0 ? 0 : district.p95 / county.p95;
    return `| ${NAMES[kind]} | ${cell(county)} | ${cell(district)} | ${ratio.toFixed(2)} | ${bound} | ${within(kind, result) ? 'yes' : 'no'} |`;
  });
  const findings =
    plans.findings.length === 0 ? 'none' : plans.findings.map((f) => `\`${f.kind}\` ${f.where.replaceAll('|', '\\|')}`).join('; ');
  return `## ${Number(people).toLocaleString('en')} people

${Object.entries(counts)
  .map(([name, n]) => `${n.toLocaleString('en')} ${name}`)
  .join(
    ', ',
  )}. Measured ${result.at.slice(0, 10)} on ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${machine.node}; fsync and synchronous_commit on.${result.remark === null ? '' : ` ${result.remark}`}

| request (p50 / p95 / p99, ms) | county-wide account | one-district account | p95 ratio | bound p95 | within |
|---|---|---|---|---|---|
${lines.join('\n')}

${mixedLoad(result)}
${costs(result)}${besides(result)}
Plans of ${plans.statements} statements read from PostgreSQL's log; sequential scans of large tables and functions per row: ${findings}.
`;
};

const missing = (results: Readonly<Record<string, Result>>): string =>
  Object.hasOwn(results, '1000000')
    ? ''
    : '\n## 1,000,000 people\n\nNot measured yet: `npm run bench -- --people 1000000 --data DIR` makes the data set and measures it.\n';

/** The page. */
export const benchPage = (results: Readonly<Record<string, Result>>): string => `# The server under load

Made by \`npm run bench\` from \`bench/results/server.json\`. Requests arrive by themselves (open loop, Poisson); a request's time counts from the moment it was due; errors and time-outs are failures; what is asked for is drawn at random from the whole data set. The data sets are written by the demo's own writers, so projections, keys, policies and audit are those of the product; each is vacuumed once before it is measured, as one in use has been.

${Object.entries(results)
  .sort(([a], [b]) => Number(a) - Number(b))
  .map(([people, result]) => section(people, result))
  .join('\n')}${missing(results)}`;
