// `npm run bench`: the product under load at 60,000 and 1,000,000 people; `npm run bench -- linkage …` measures the linkage library.

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readOptions } from './read-options.ts';
import { measureServer, type Result } from './server/measure.ts';
import { benchPage } from './server/page.ts';
import { runEntry } from './server/processes.ts';

const root = resolve(import.meta.dirname, '..');
const words = process.argv.slice(2);

if (words[0] === 'linkage') {
  // What went wrong it has said itself.
  await runEntry('bench/linkage/run.ts', words.slice(1)).catch(() => {
    process.exitCode = 1;
  });
} else {
  const values = readOptions(
    words,
    {
      people: { type: 'string', default: '60000,1000000' },
      data: { type: 'string' },
      seconds: { type: 'string', default: '20' },
      'mixed-seconds': { type: 'string', default: '30' },
      rate: { type: 'string', default: '20' },
      'mixed-rate': { type: 'string', default: '120' },
      'warm-seconds': { type: 'string', default: '60' },
      remark: { type: 'string' },
      page: { type: 'boolean', default: false },
    },
    ['seconds', 'mixed-seconds', 'rate', 'mixed-rate', 'warm-seconds'],
    `npm run bench -- [--people 60000,1000000] [--data DIR, kept; made when missing] [--seconds N] [--mixed-seconds N] [--rate N] [--mixed-rate N]
  [--warm-seconds N] [--remark TEXT] [--page: the table alone]
npm run bench -- linkage --help`,
  );
  const file = join(root, 'bench', 'results', 'server.json');
  mkdirSync(join(root, 'bench', 'results'), { recursive: true });
  const results = (): Record<string, Result> => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Result>;
    } catch {
      return {};
    }
  };
  if (!values.page)
    for (const people of values.people.split(',')) {
      const data =
        values.data === undefined ? join(mkdtempSync(join(tmpdir(), 'anwang-bench-')), 'data') : join(resolve(values.data), people);
      await runEntry('apps/cli/src/main.ts', ['bench', 'data', '--data', data, '--people', people]);
      const result = await measureServer({
        data,
        seconds: Number(values.seconds),
        mixedSeconds: Number(values['mixed-seconds']),
        rate: Number(values.rate),
        mixedRate: Number(values['mixed-rate']),
        warmSeconds: Number(values['warm-seconds']),
        remark: values.remark ?? null,
      });
      writeFileSync(file, `${JSON.stringify({ ...results(), [people]: result }, null, 2)}\n`);
    }
  writeFileSync(join(root, 'docs', 'bench.md'), benchPage(results()));
}
