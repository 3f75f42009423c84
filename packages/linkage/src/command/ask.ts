// `linkage ask --run DIR`: the pairs whose answer would teach most, as a file that a person fills in and hands back by --labels.

import { writeFile } from 'node:fs/promises';
import { writingProblem } from '../io/index.ts';
import { ask } from '../learn/index.ts';
import { describePair, fetchRows } from '../report/index.ts';
import { percent } from '../report/numbers.ts';
import { withEngine } from './open-engine.ts';
import { inputsOf, openRun, reload, runTable } from './open-run.ts';
import { countOption, fileList, required, type Values } from './options.ts';
import { readLabels } from './read-model.ts';
import { type Manner, type Session, say } from './session.ts';
import { printJson } from './summary.ts';

const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

export const askCommand = async (session: Session, manner: Manner, values: Values): Promise<void> => {
  const run = await openRun(required(values.run, '--run'));
  const count = countOption(values.count, '--count', 1) ?? 20;
  await withEngine(session, values, async (engine) => {
    const inputs = inputsOf(run);
    for (const input of inputs) await reload(engine, run, input, session.signal);
    const labels = await readLabels(engine, fileList(values.labels));
    for (const file of ['edges', 'clusters'] as const) await engine.store(`asked_${file}`, `SELECT * FROM ${runTable(engine, run, file)}`);
    const questions = await ask(engine, { model: run.model, edges: 'asked_edges', clusters: 'asked_clusters', count, labels });
    const left = await fetchRows(
      engine,
      { table: inputs[0]!.name, id: inputs[0]!.id },
      questions.map((q) => q.idL),
    );
    const right = await fetchRows(
      engine,
      { table: inputs.at(-1)!.name, id: inputs.at(-1)!.id },
      questions.map((q) => q.idR),
    );
    const pairs = questions.flatMap((q) => {
      const a = left.get(q.idL);
      const b = right.get(q.idR);
      return a === undefined || b === undefined ? [] : [{ ...q, pair: describePair(run.model, q.idL, a, q.idR, b), a, b }];
    });
    if (manner.json)
      printJson(session, {
        questions: pairs.map(({ idL, idR, probability, why, pair }) => ({ idL, idR, probability, why, steps: pair.steps })),
      });
    const columns = [...new Set(run.model.columns.map((c) => c.column))];
    const lines = pairs.map(({ idL, idR, a, b }) => [idL, idR, '', ...columns.flatMap((c) => [a[c] ?? '', b[c] ?? ''])]);
    const head = ['id_l', 'id_r', 'same', ...columns.flatMap((c) => [`${c}_l`, `${c}_r`])];
    const text = `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\n')}\n`;
    if (values.out !== undefined) {
      const { out } = values;
      await writeFile(out, text).catch((error: unknown) => {
        throw writingProblem(error, out);
      });
      if (!manner.json && !manner.quiet) {
        session.out(
          `${say({ zh: `${pairs.length} 題寫入 ${out}。same 欄填 1（同一人）或 0（不同人），不確定留白，再以 --labels 交回。`, en: `${pairs.length} questions in ${out}. Fill the column same with 1 (same) or 0 (different), leave it empty if unsure, and hand it back with --labels.` }, manner)}\n`,
        );
      }
    } else if (!manner.json) {
      for (const { pair, why } of pairs) {
        const values = pair.steps.flatMap((s) => s.values.map((v) => `${v.left ?? '—'} │ ${v.right ?? '—'}`));
        session.out(`${pair.idL} │ ${pair.idR}  ${percent(pair.probability)}  ${say(why, manner)}\n  ${values.join('\n  ')}\n`);
      }
    }
  });
};
