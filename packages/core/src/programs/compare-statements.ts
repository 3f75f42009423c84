// What does a newer statement of a programme say differently, before any case is looked at? Clocks, forms, instruments and lists of codes by id: added, gone, or changed.

import { byCode } from '../lang/by-code.ts';
import { codeLists, type Programme } from './program.ts';

const order = ['clock', 'form', 'instrument', 'act', 'level', 'list'] as const;

/** One thing that differs. `list`: a list of codes, by its name. */
export type StatementChange = {
  readonly what: (typeof order)[number];
  readonly id: string;
  readonly change: 'added' | 'gone' | 'changed';
};

type Parts = Readonly<Record<StatementChange['what'], ReadonlyMap<string, string>>>;

const said = (value: unknown): string => JSON.stringify(value);
const byId = <Each extends { readonly id: string }>(all: readonly Each[]) => new Map(all.map((one) => [one.id, said(one)]));

const partsOf = (one: Programme): Parts => ({
  clock: byId(one.clocks),
  form: byId(one.forms),
  instrument: new Map(one.instruments.map((use) => [use.instrument, said(use)])),
  act: byId(one.actions),
  level: byId(one.levels),
  list: new Map(codeLists.map((list) => [list, said(one[list])])),
});

/** Everything that differs, in the order clocks, forms, instruments, acts, levels, lists. */
export function compareStatements(from: Programme, to: Programme): StatementChange[] {
  const [old, now] = [partsOf(from), partsOf(to)];
  return order.flatMap((what) =>
    [...new Set([...old[what].keys(), ...now[what].keys()])].sort(byCode).flatMap((id): StatementChange[] => {
      const [was, is] = [old[what].get(id), now[what].get(id)];
      if (was === is) return [];
      return [{ what, id, change: was === undefined ? 'added' : is === undefined ? 'gone' : 'changed' }];
    }),
  );
}
