// The command `anwang`: seed, audit verify, expunge, vault rotate, backup, restore, settings. Sentences in both languages; exit codes in failure.ts.

import { parseArgs } from 'node:util';
import { seed } from './commands/seed.ts';
import { explain, Failure } from './failure.ts';
import { SETTINGS } from './settings.ts';

const USAGE = `anwang <command> [--data DIR]

  seed --demo none|small|county   建立或更新資料庫並填入示範資料  migrate, then fill or resume the demo
  settings                        環境設定  settings read from the environment
`;

const options = {
  data: { type: 'string' },
  demo: { type: 'string', default: 'county' },
  help: { type: 'boolean', default: false },
} as const;

const read = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new Failure(2, `參數不正確。\n${USAGE}`, error instanceof Error ? error.message : String(error));
  }
};

const run = async (argv: readonly string[]): Promise<void> => {
  const { values, positionals } = read(argv);
  const command = positionals.join(' ');
  if (values.help || command === '') return void process.stdout.write(USAGE);
  if (command === 'seed') return seed(values);
  if (command === 'settings')
    return void process.stdout.write(`${SETTINGS.map(([name, meaning]) => `${name.padEnd(26)}${meaning}`).join('\n')}\n`);
  throw new Failure(2, `沒有「${command}」這個指令。\n${USAGE}`, `There is no command “${command}”.`);
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  const { lines, code } = explain(error);
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = code;
}
