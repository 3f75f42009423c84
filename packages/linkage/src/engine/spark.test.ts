import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSpark } from './index.ts';

// A console that answers as spark-sql does, late: it prints what is selected, and writes down what it was told. The real one is in the Spark test.
const CONSOLE = `
const { appendFileSync } = require('node:fs');
const { createInterface } = require('node:readline');
(async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const selected = /^SELECT '(.*)';$/.exec(line);
    if (selected) console.log(selected[1]);
    else {
      appendFileSync('told.txt', line + '\\n');
      if (line.startsWith('bad')) console.error('[PARSE_SYNTAX_ERROR] bad');
    }
  }
})();
`;

test('statements that are asked for together are given to spark-sql one after the other, and each has its own answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spark-console-'));
  try {
    writeFileSync(join(folder, 'console.cjs'), CONSOLE);
    const engine = await openSpark({ command: [process.execPath, join(folder, 'console.cjs')], folder });
    const answers = await Promise.allSettled(['one', 'bad', 'two'].map((sql) => engine.run(sql)));
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    await engine.close();
    expect(readFileSync(join(folder, 'told.txt'), 'utf8').split('\n').slice(-4)).toEqual(['one;', 'bad;', 'two;', '']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 20_000);
