// What `linkage --help` says: every verb with one example, every option with one line, in both languages.

import { ROLES, type Role, type Words } from '../roles/index.ts';

export const VERBS = ['dedupe', 'link', 'profile', 'evaluate', 'explain', 'score', 'update', 'ask'] as const;
export type Verb = (typeof VERBS)[number];

const VERB_HELP: Readonly<Record<Verb, { readonly words: Words; readonly example: string }>> = {
  dedupe: {
    words: { zh: '在一份資料裡找出同一個人的紀錄', en: 'find records of the same person in one set' },
    example: 'linkage dedupe --input people.csv --id record_id --role name=full-name --role birth_date=birth-date --out out',
  },
  link: {
    words: { zh: '把兩份資料裡的同一個人連起來', en: 'link the same persons of two sets' },
    example: 'linkage link --left a.csv --right b.parquet --id id --role name=full-name --role phone=phone --out out --one-to-one',
  },
  profile: { words: { zh: '看看檔案，建議每欄的角色', en: 'look at a file and propose roles' }, example: 'linkage profile people.csv' },
  evaluate: {
    words: { zh: '與標準答案比較', en: 'compare a run with the truth' },
    example: 'linkage evaluate --run out --truth people.csv:person_id',
  },
  explain: {
    words: { zh: '說明兩筆為何連結或不連結', en: 'say why two records are linked or not' },
    example: 'linkage explain --run out 17 4711',
  },
  score: {
    words: { zh: '用模型評分：一筆對一檔，或指定的配對', en: 'score with a model: one record against a file, or given pairs' },
    example: `linkage score --model out/model.json --input people.csv --id record_id --record '{"name":"陳小明"}'`,
  },
  update: {
    words: { zh: '把新資料併入先前的結果', en: 'add new records to an earlier run' },
    example: 'linkage update --run out --input new.parquet --out out2',
  },
  ask: {
    words: { zh: '挑出最值得人工判斷的配對', en: 'choose the pairs that are most worth a person’s look' },
    example: 'linkage ask --run out --count 200 --out questions.csv',
  },
};

const OPTION_HELP: readonly (readonly [string, Words])[] = [
  [
    '--input A[,B…]',
    { zh: '輸入檔（CSV、TSV、Parquet、JSON Lines），可多個', en: 'input files (CSV, TSV, Parquet, JSON Lines), several allowed' },
  ],
  ['--left, --right', { zh: 'link 的兩側', en: 'the two sides of link' }],
  [
    '--id COLUMN',
    { zh: '紀錄編號欄（link 可用 --left-id、--right-id 分別指定）', en: 'column of the record id (--left-id, --right-id for link)' },
  ],
  ['--role COLUMN=ROLE', { zh: '欄位的角色，可重複', en: 'role of a column, repeatable' }],
  ['--locale zh-TW|en', { zh: '資料是哪裡的（預設 zh-TW）', en: 'where the data come from (default zh-TW)' }],
  ['--language zh-TW|en', { zh: '訊息的語言（預設同 --locale）', en: 'language of messages (default: as --locale)' }],
  ['--out DIR', { zh: '結果資料夾', en: 'folder for the results' }],
  ['--model FILE', { zh: '用既有的 model.json，不再訓練', en: 'use a model.json instead of training' }],
  ['--labels FILE', { zh: '人工判斷（id_l, id_r, same）', en: 'decisions by people (id_l, id_r, same)' }],
  ['--threshold P', { zh: '自訂門檻機率（預設由程式決定）', en: 'probability from which to link (default: chosen by itself)' }],
  ['--keep-from P', { zh: '寫出的最低機率（預設 0.01）', en: 'lowest probability written (default 0.01)' }],
  ['--pair-budget N', { zh: '最多比較幾對', en: 'most pairs to compare' }],
  ['--rule ID', { zh: '只用這些分組鍵，可重複', en: 'use these blocking keys only, repeatable' }],
  ['--one-to-one', { zh: '每筆最多連一筆', en: 'each record links to one at most' }],
  [
    '--one-per-source',
    { zh: '每群每個來源最多一筆（--source-column）', en: 'a cluster holds one record of each source at most (--source-column)' },
  ],
  ['--no-second-round', { zh: '不做第二輪（以群為單位）', en: 'no second round over clusters' }],
  ['--no-samples', { zh: '報告不列真實紀錄', en: 'no real records in the report' }],
  ['--encoding E', { zh: 'auto、utf-8、big5、utf-16le、utf-16be', en: 'auto, utf-8, big5, utf-16le, utf-16be' }],
  ['--threads N, --workers N', { zh: '引擎執行緒；字串比較的工作執行緒', en: 'threads of the engine; worker threads for text' }],
  ['--memory 3GB, --spill DIR', { zh: '記憶體上限；超過時暫存於', en: 'memory limit; where to spill beyond it' }],
  [
    '--engine spark --spark CMD',
    { zh: '改用 Spark，例如 CMD 為 spark-sql --master …', en: 'use Spark instead, CMD for example: spark-sql --master …' },
  ],
  ['--seed N', { zh: '亂數種子（預設 1）', en: 'seed (default 1)' }],
  ['--json, --quiet', { zh: '結果印成 JSON；不印訊息', en: 'print JSON; print nothing' }],
];

const ROLE_HELP: Words = { zh: '角色：', en: 'Roles: ' };
const EXIT_HELP: Words = {
  zh: '結束碼：0 完成、1 程式錯誤、2 輸入有誤、3 磁碟或記憶體不足、130 被中斷。',
  en: 'Exit codes: 0 done, 1 bug, 2 wrong input, 3 disk or memory full, 130 interrupted.',
};

const roles: readonly Role[] = ROLES;

/** The whole help text. */
export const helpText = (pick: (words: Words) => string): string =>
  [
    pick({
      zh: 'linkage：找出哪些紀錄是同一個人（機率式資料連結）',
      en: 'linkage: which records are the same person (probabilistic record linkage)',
    }),
    '',
    ...VERBS.flatMap((verb) => [`  ${verb.padEnd(9)} ${pick(VERB_HELP[verb].words)}`, `            ${VERB_HELP[verb].example}`]),
    '',
    ...OPTION_HELP.map(([option, words]) => `  ${option.padEnd(27)} ${pick(words)}`),
    '',
    pick(ROLE_HELP) + roles.join(', '),
    pick(EXIT_HELP),
    '',
  ].join('\n');
