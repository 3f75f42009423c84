// The commands, as they are typed and in words. What a line names is what its command takes: an option of another one is refused instead of passed over.

type Line = readonly [words: string, takes: string, zh: string, en: string];

const LINES: readonly Line[] = [
  ['seed', '--demo none|small|county', '建立或更新資料庫並填入示範資料', 'migrate, then fill or resume the demo'],
  ['seed', '--demo none --county CODE…', '不含示範資料，由這些縣市開始', 'begin without a demo, with these counties'],
  [
    'audit verify',
    '[--heads FILE…] [--head BLOCK:CODE…]',
    '驗證稽核紀錄，並比對存放他處的簽署',
    'verify the audit, also against heads kept elsewhere; exit 3 when it does not hold',
  ],
  [
    'audit heads',
    '[--to FILE]',
    '簽署存放他處；不指定檔案則列出每日最後一筆供列印',
    'add the signed heads to another file, or list the last of each day for paper',
  ],
  ['retention', '', '已逾保存年限的資料與試算', 'what is past its legal time, and a rehearsal'],
  ['retention carry', '', '立即刪除已逾年限的內容', 'erase it now; the nightly job does the same'],
  ['retention hold', '--case ID | --report ID | --person ID --order REF --by ACCOUNT', '保全，不刪除', 'keep beyond its time'],
  ['retention lift', '--hold ID --by ACCOUNT', '解除保全', 'let it go again'],
  ['expunge', '--person ID… --order REF --basis LAW --by ACCOUNT', '依命令刪除', 'carry out an erasure order'],
  ['expunge', '--finish', '清除磁碟殘留', 'remove from the disk what an order could not remove then'],
  ['master rotate', '', '更換主金鑰（包裝每個人與個案的金鑰）', 'a new master key, which wraps the keys of people and cases'],
  ['vault rotate', '', '更換通報人保管庫金鑰', "a new key for the reporters' vault"],
  ['operator', 'ACCOUNT [--end]', '給予或收回系統維運權限（全國行事曆）', 'give, or end, the operation of the whole installation'],
  [
    'recover',
    'ACCOUNT --order REF',
    '縣市無人可復原時，依命令讓一個帳號重新登入',
    'by written order, where a county has nobody left to recover an account',
  ],
  ['index rotate', '', '更換證號與搜尋鍵的索引金鑰', 'a new key for numbers and search keys'],
  ['backup', 'FILE', '加密備份', 'one consistent encrypted snapshot'],
  ['restore', 'FILE [--keys FILE]', '還原至空資料庫', 'into an empty database'],
  ['bench data', '--people N', '量測資料', 'a data set for measuring'],
  ['settings', '', '環境設定', 'settings read from the environment'],
];

/** Where an operator reads on, by the first word. */
const GUIDES: Readonly<Record<string, string>> = {
  audit: 'audit.md',
  retention: 'retention.md',
  expunge: 'erasure.md',
  master: 'keys.md',
  vault: 'keys.md',
  index: 'keys.md',
  recover: 'sign-in.md',
  backup: 'backup.md',
  restore: 'backup.md',
};

const column = 32;
const printed = ([words, takes, zh, en]: Line): string => {
  const typed = `${words} ${takes}`.trim();
  const gap = typed.length < column ? ' '.repeat(column - typed.length) : `\n${' '.repeat(column + 2)}`;
  return `  ${typed}${gap}${zh}  ${en}`;
};

/** The lines of the commands that begin with this word; of all where none does. */
export function usageOf(word: string | undefined): string {
  const own = LINES.filter(([words]) => words.split(' ')[0] === word);
  const guide = own.length > 0 ? GUIDES[word ?? ''] : undefined;
  const lines = (own.length > 0 ? own : LINES).map(printed).join('\n');
  const further = own.length > 0 ? '' : '\n\n  anwang <command> --help        只看一個指令  one command and its guide';
  return `anwang <command> [--data DIR]\n\n${lines}${further}${guide ? `\n\n說明 Guide: docs/guides/${guide}` : ''}\n`;
}

/** The command that was typed, longest first, and how many words it may have after it; undefined where there is none. */
export function commandOf(positionals: readonly string[]): { readonly words: string; readonly options: ReadonlySet<string> } | undefined {
  const typed = positionals.join(' ');
  const fits = (words: string) => typed === words || typed.startsWith(`${words} `);
  const words = LINES.map(([one]) => one)
    .filter(fits)
    .sort((a, b) => b.length - a.length)[0];
  if (words === undefined) return undefined;
  const lines = LINES.filter(([one]) => one === words);
  const more = positionals.length - words.split(' ').length;
  if (more > (lines.some(([, takes]) => /^[A-Z]/.test(takes)) ? 1 : 0)) return undefined;
  const named = lines.flatMap(([, takes]) => [...takes.matchAll(/--(\w+)/g)].map(([, name = '']) => name));
  return { words, options: new Set([...named, 'data']) };
}
