// `linkage explain --run DIR A B`: why are these two records linked, or why not?

import { LinkageProblem } from '../io/index.ts';
import { describePair, fetchRows, type SamplePair } from '../report/index.ts';
import { bits, percent } from '../report/numbers.ts';
import { withEngine } from './open-engine.ts';
import { inputsOf, openRun, reload } from './open-run.ts';
import { required, type Values } from './options.ts';
import { type Manner, type Session, say } from './session.ts';
import { printJson } from './summary.ts';

/** A pair as lines of text: values, level and bits of each comparison, and the sum. */
export const pairLines = (pair: SamplePair, manner: Manner): string[] => {
  const row = (label: string, value: string, n: number): string => `${bits(n).padStart(7)}  ${label}${value === '' ? '' : `  ${value}`}`;
  const verdict = pair.linked ? { zh: '連結', en: 'linked' } : { zh: '不連結', en: 'not linked' };
  return [
    row(say({ zh: '比對前', en: 'before comparing' }, manner), '', pair.priorBits),
    ...pair.steps.map((s) => {
      const values = s.values.map((v) => `${v.left ?? '—'} │ ${v.right ?? '—'}`).join(', ');
      return row(`${say(s.label, manner)}: ${say(s.levelLabel, manner)}`, values, s.bits + s.frequencyBits);
    }),
    ...(pair.interactionBits === 0
      ? []
      : [row(say({ zh: '同時出現的修正', en: 'things that go together' }, manner), '', pair.interactionBits)]),
    ...(Math.abs(pair.relatedBits) < 0.05
      ? []
      : [row(say({ zh: '家人也可能這樣相符', en: 'relatives would agree like this as well' }, manner), '', pair.relatedBits)]),
    row(
      `${say({ zh: '合計', en: 'sum' }, manner)}: ${say({ zh: '機率', en: 'probability' }, manner)} ${percent(pair.probability)}, ${say(verdict, manner)}`,
      '',
      pair.weight,
    ),
  ];
};

export const explainCommand = async (session: Session, manner: Manner, words: readonly string[], values: Values): Promise<void> => {
  const run = await openRun(required(values.run, '--run'));
  const [a, b] = words;
  if (a === undefined || b === undefined || words.length > 2) throw new LinkageProblem({ code: 'missing-option', option: 'A B' });
  await withEngine(session, values, async (engine) => {
    const inputs = inputsOf(run);
    for (const input of inputs) await reload(engine, run, input, session.signal);
    const find = async (id: string, input: (typeof inputs)[number]) => {
      const row = (await fetchRows(engine, { table: input.name, id: input.id }, [id])).get(id);
      if (row === undefined) throw new LinkageProblem({ code: 'unknown-record', id, where: input.files.join(', ') });
      return row;
    };
    const pair = describePair(run.model, a, await find(a, inputs[0]!), b, await find(b, inputs.at(-1)!));
    if (manner.json) printJson(session, pair);
    else session.out(`${a} │ ${b}\n${pairLines(pair, manner).join('\n')}\n`);
  });
};
