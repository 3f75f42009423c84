// The command `anwang`: seed, audit verify, retention, expunge, vault rotate, operator, backup, restore, settings. Sentences in both languages; exit codes in failure.ts.

import { parseArgs } from 'node:util';
import { auditHeads, auditVerify } from './commands/audit.ts';
import { backupTo, restoreFrom } from './commands/backup.ts';
import { benchData } from './commands/bench-data.ts';
import { expungePeople, finishExpunge } from './commands/expunge.ts';
import { indexRotate } from './commands/index-rotate.ts';
import { operatorGive } from './commands/operator.ts';
import { retentionCarry, retentionDue, retentionHold, retentionLift } from './commands/retention.ts';
import { seed } from './commands/seed.ts';
import { vaultRotate } from './commands/vault.ts';
import { explain, Failure } from './failure.ts';
import { SETTINGS } from './settings.ts';

const USAGE = `anwang <command> [--data DIR]

  seed --demo none|small|county   建立或更新資料庫並填入示範資料  migrate, then fill or resume the demo
  seed --demo none --county CODE… 不含示範資料，由這些縣市開始  begin without a demo, with these counties
  audit verify [--heads FILE…] [--head BLOCK:CODE…]
                                  驗證稽核紀錄，並比對存放他處的簽署  verify the audit, also against heads kept elsewhere; exit 3 when it does not hold
  audit heads [--to FILE]         簽署存放他處；不指定檔案則列出每日最後一筆供列印  add the signed heads to another file, or list the last of each day for paper
  retention                       已逾保存年限的資料與試算  what is past its legal time, and a rehearsal
  retention carry                 立即刪除已逾年限的內容  erase it now; the nightly job does the same
  retention hold --case ID | --report ID | --person ID --order REF --by ACCOUNT
                                  保全，不刪除  keep beyond its time
  retention lift --hold ID --by ACCOUNT
                                  解除保全  let it go again
  expunge --person ID… --order REF --basis LAW --by ACCOUNT
                                  依命令刪除  carry out an erasure order
  expunge --finish                清除磁碟殘留  remove from the disk what an order could not remove then
  vault rotate                    更換通報人保管庫金鑰  a new key for the reporters' vault
  operator ACCOUNT [--end]        給予或收回系統維運權限（全國行事曆）  give, or end, the operation of the whole installation
  index rotate                    更換證號與搜尋鍵的索引金鑰  a new key for numbers and search keys
  backup FILE                     加密備份  one consistent encrypted snapshot
  restore FILE [--keys FILE]      還原至空資料庫  into an empty database
  bench data --people N           量測資料  a data set for measuring
  settings                        環境設定  settings read from the environment
`;

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
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new Failure(2, `參數不正確。\n${USAGE}`, error instanceof Error ? error.message : String(error));
  }
};

const run = async (argv: readonly string[]): Promise<void> => {
  const { values, positionals } = read(argv);
  const command = positionals.join(' ');
  const [verb, file] = positionals;
  if (values.help || command === '' || command === 'help') return void process.stdout.write(USAGE);
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
  if (command === 'vault rotate') return vaultRotate(values.data);
  if (verb === 'operator') return operatorGive(values.data, file, values.end);
  if (verb === 'backup') return backupTo(values.data, file);
  if (verb === 'restore') return restoreFrom(values.data, file, values.keys);
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
