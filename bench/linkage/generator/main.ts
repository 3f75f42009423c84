// Command: makes one file of messy Taiwanese persons with truth.
// node bench/linkage/generator/main.ts --rows 100000 --seed 7 --errors 1 --out persons.parquet

import { parseArgs } from 'node:util';
import { RATES, scaled } from './rates.ts';
import { writeWorld } from './write.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    errors: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});

const rows = Number(values.rows);
const seed = Number(values.seed);
const factor = Number(values.errors);
if (values.out === undefined || !Number.isSafeInteger(rows) || rows < 1 || !Number.isSafeInteger(seed) || !(factor >= 0)) {
  process.stderr.write('usage: main.ts --rows N --seed N --errors FACTOR --out FILE.parquet\n');
  process.exitCode = 2;
} else {
  await writeWorld({ rows, seed, rates: scaled(RATES, factor) }, values.out);
}
