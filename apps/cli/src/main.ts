// The command `anwang`: seed, audit verify, retention, expunge, master, vault and index rotate, operator, backup, restore, settings. Sentences in both languages; exit codes in failure.ts, words in usage.ts.

import { parseArgs } from 'node:util';
import { auditHeads, auditVerify } from './commands/audit.ts';
import { backupTo, restoreFrom } from './commands/backup.ts';
import { benchData } from './commands/bench-data.ts';
import { expungePeople, finishExpunge } from './commands/expunge.ts';
import { indexRotate } from './commands/index-rotate.ts';
import { masterRotate, vaultRotate } from './commands/key-rotate.ts';
import { operatorGive } from './commands/operator.ts';
import { recoverAccount } from './commands/recover.ts';
import { retentionCarry, retentionDue, retentionHold, retentionLift } from './commands/retention.ts';
import { seed } from './commands/seed.ts';
import { explain, Failure } from './failure.ts';
import { SETTINGS } from './settings.ts';
import { commandOf, usageOf } from './usage.ts';

const options = {
  data: { type: 'string' },
  demo: { type: 'string', default: 'county' },
  county: { type: 'string', multiple: true },
  keys: { type: 'string' },
  heads: { type: 'string', multiple: true },
  head: { type: 'string', multiple: true },
  to: { type: 'string' },
  person: { type: 'string', multiple: true },
  order: { type: 'string' },
  basis: { type: 'string' },
  by: { type: 'string' },
  case: { type: 'string' },
  report: { type: 'string' },
  hold: { type: 'string' },
  end: { type: 'boolean', default: false },
  finish: { type: 'boolean', default: false },
  people: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const read = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, tokens: true });
  } catch (error) {
    // Node adds advice on dashes after the first sentence.
    const why = (error instanceof Error ? error.message : String(error)).split('. ')[0];
    throw new Failure(2, `參數不正確（${why}）。`, `${why}.\n${usageOf(argv[0])}`);
  }
};

const run = async (argv: readonly string[]): Promise<void> => {
  const { values, positionals, tokens } = read(argv);
  const typed = positionals.join(' ');
  const [verb, file] = positionals;
  if (values.help || typed === '' || typed === 'help') return void process.stdout.write(usageOf(verb));
  const known = commandOf(positionals);
  if (known === undefined) throw new Failure(2, `沒有「${typed}」這個指令。`, `There is no command “${typed}”.\n${usageOf(verb)}`);
  const stray = tokens.find((token) => token.kind === 'option' && !known.options.has(token.name));
  if (stray?.kind === 'option')
    throw new Failure(
      2,
      `「${known.words}」沒有 ${stray.rawName} 這個參數。`,
      `“${known.words}” takes no ${stray.rawName}.\n${usageOf(verb)}`,
    );
  const command = known.words;
  if (command === 'seed') return seed(values);
  if (command === 'audit verify') return auditVerify(values.data, values.heads, values.head);
  if (command === 'audit heads') return auditHeads(values.data, values.to);
  if (command === 'retention') return retentionDue(values.data);
  if (command === 'retention carry') return retentionCarry(values.data);
  if (command === 'retention hold') return retentionHold(values);
  if (command === 'retention lift') return retentionLift(values);
  if (command === 'bench data') return benchData(values);
  if (command === 'expunge') return values.finish ? finishExpunge(values.data) : expungePeople(values);
  if (command === 'index rotate') return indexRotate(values.data);
  if (command === 'master rotate') return masterRotate(values.data);
  if (command === 'vault rotate') return vaultRotate(values.data);
  if (command === 'operator') return operatorGive(values.data, file, values.end);
  if (command === 'recover') return recoverAccount(values.data, file, values.order);
  if (command === 'backup') return backupTo(values.data, file);
  if (command === 'restore') return restoreFrom(values.data, file, values.keys);
  process.stdout.write(`${SETTINGS.map(([name, meaning]) => `${name.padEnd(26)}${meaning}`).join('\n')}\n`);
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  const { lines, code } = explain(error);
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = code;
}
