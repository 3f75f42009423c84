// `linkage profile FILE …`: which roles fit the columns, with reasons, and the command line that follows from it.

import { LinkageProblem, load } from '../io/index.ts';
import { type Profile, profileTable } from '../profile/index.ts';
import { percent } from '../report/numbers.ts';
import { withEngine } from './open-engine.ts';
import { encodingOption, fileList, type Values } from './options.ts';
import { type Manner, type Session, say } from './session.ts';
import { printJson } from './summary.ts';

const quoteShell = (text: string): string => (/^[\w./=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The dedupe command that the proposals amount to. */
const suggestedCommand = (profile: Profile, files: readonly string[]): string => {
  const roles = profile.columns.flatMap((c) => (c.role === null ? [] : [`--role ${quoteShell(`${c.column}=${c.role}`)}`]));
  return [
    'linkage dedupe',
    `--input ${quoteShell(files.join(','))}`,
    `--id ${quoteShell(profile.id ?? 'ID_COLUMN')}`,
    `--locale ${profile.locale}`,
    ...roles,
    '--out out',
  ].join(' ');
};

export const profileCommand = async (session: Session, manner: Manner, words: readonly string[], values: Values): Promise<void> => {
  const files = fileList([...words, ...(values.input ?? [])]);
  if (files.length === 0) throw new LinkageProblem({ code: 'missing-option', option: 'FILE' });
  await withEngine(session, values, async (engine) => {
    const loaded = await load(engine, files, { table: 'input', needed: [], encoding: encodingOption(values), signal: session.signal });
    const profile = await profileTable(engine, 'input', loaded.columns, loaded.rows);
    const command = suggestedCommand(profile, files);
    if (manner.json) {
      printJson(session, { files, rows: loaded.rows, ...profile, command, notes: loaded.notes });
      return;
    }
    const lines = profile.columns.map((c) => {
      const reasons = c.reasons.map((r) => say(r, manner)).join(manner.language === 'zh-TW' ? '；' : '; ');
      return `${c.column.padEnd(20)} ${(c.role ?? '—').padEnd(12)} ${percent(c.filled).padStart(6)}  ${reasons}`;
    });
    const head = say(
      {
        zh: `${loaded.rows} 筆；紀錄編號：${profile.id ?? '（沒有，請自行加上）'}`,
        en: `${loaded.rows} rows; record id: ${profile.id ?? '(none: add one)'}`,
      },
      manner,
    );
    const next = say({ zh: '看過沒問題後，可以這樣執行：', en: 'If this is right, go on with:' }, manner);
    session.out(`${[head, ...lines, ...loaded.notes.map((n) => `! ${say(n.words, manner)}`), '', next, command].join('\n')}\n`);
  });
};
