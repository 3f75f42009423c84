import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyInMemory,
  type Following,
  type Link,
  type LinkedWorld,
  type Plan,
  planConfirm,
  planMerge,
  planReject,
  planSplit,
  planUndo,
} from './index.ts';

const following = (n: number): Following => ({ reportPersons: [`r${n}`], cases: [`c${n}`], flags: [`f${n}`], contacts: [] });
const world = (links: Link[]): LinkedWorld => ({
  links,
  speaksOf: new Map(
    links
      .filter((l) => l.state === 'confirmed')
      .flatMap((l) => [`report:r${l.recordId}`, `case:c${l.recordId}`, `flag:f${l.recordId}`].map((k) => [k, l.personId] as const)),
  ),
  redirects: new Map(),
});
const link = (recordId: string, personId: string, state: Link['state'], basis: Link['basis'] = 'person'): Link => ({
  id: `${recordId}-${personId}`,
  recordId,
  personId,
  state,
  basis,
});
const stepsOf = (plan: Plan) => {
  if (!plan.ok) throw new Error(plan.problem);
  return plan.steps;
};
const confirmedOf = (w: LinkedWorld, recordId: string) =>
  w.links.filter((l) => l.recordId === recordId && l.state === 'confirmed').map((l) => l.personId);

describe('plans of links', () => {
  it('confirms one candidate, rejects the others, and report, case and flag follow', () => {
    const links = [link('1', 'a', 'candidate'), link('1', 'b', 'candidate'), link('1', 'c', 'candidate')];
    const after = applyInMemory(world(links), stepsOf(planConfirm(links[1]!, links, following(1), null)));
    expect(after.links.map((l) => l.state)).toEqual(['rejected', 'confirmed', 'rejected']);
    expect([...after.speaksOf.values()]).toEqual(['b', 'b', 'b']);
  });

  it('undoing a confirmed link leaves the row with a person of its own, and everything follows', () => {
    const links = [link('1', 'a', 'candidate')];
    const joined = applyInMemory(world(links), stepsOf(planConfirm(links[0]!, links, following(1), null)));
    const apart = applyInMemory(joined, stepsOf(planUndo(joined.links[0]!, following(1), 'new')));
    expect(confirmedOf(apart, '1')).toEqual(['new']);
    expect(new Set(apart.speaksOf.values())).toEqual(new Set(['new']));
  });

  it('rejecting the last candidate founds a person; rejecting an earlier one does not', () => {
    const links = [link('1', 'a', 'candidate'), link('1', 'b', 'candidate')];
    expect(stepsOf(planReject(links[0]!, links, following(1), 'new'))).toHaveLength(1);
    const rest = [{ ...links[0]!, state: 'rejected' as const }, links[1]!];
    expect(confirmedOf(applyInMemory(world(rest), stepsOf(planReject(rest[1]!, rest, following(1), 'new'))), '1')).toEqual(['new']);
  });

  it('a row never has two confirmed persons, whatever is decided in whatever order', () => {
    const act = fc.record({ what: fc.constantFrom('confirm', 'reject', 'undo'), which: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let w = world(['a', 'b', 'c'].map((p) => link('1', p, 'candidate')));
        acts.forEach(({ what, which }, i) => {
          const open = w.links.filter((l) => l.state !== 'undone');
          const chosen = open[which % Math.max(1, open.length)];
          if (chosen === undefined) return;
          const current = confirmedOf(w, '1')[0] ?? null;
          const plan =
            what === 'confirm'
              ? planConfirm(chosen, open, following(1), current)
              : what === 'reject'
                ? planReject(chosen, open, following(1), `n${i}`)
                : planUndo(chosen, following(1), `n${i}`);
          if (plan.ok) w = applyInMemory(w, plan.steps);
          expect(confirmedOf(w, '1').length).toBeLessThanOrEqual(1);
          const spoken = new Set([...w.speaksOf.values()].filter((p) => p !== null));
          if (spoken.size > 0) expect([...spoken]).toEqual(confirmedOf(w, '1'));
        });
      }),
    );
  });

  it('merging keeps the older id, what rests on the younger follows, and nobody leads to somebody who leads on', () => {
    const before = world([link('1', 'p1', 'confirmed'), link('2', 'p2', 'confirmed'), link('3', 'p0', 'confirmed')]);
    const merged = applyInMemory(before, stepsOf(planMerge('p2', 'p1', before.redirects, following(2))));
    expect(merged.redirects.get('p2')).toBe('p1');
    expect(merged.speaksOf.get('case:c2')).toBe('p1');
    expect(planMerge('p2', 'p3', merged.redirects, following(3))).toEqual({ ok: false, problem: 'chain' });
    const again = applyInMemory(merged, stepsOf(planMerge('p1', 'p0', merged.redirects, following(1))));
    expect([...again.redirects].sort()).toEqual([
      ['p1', 'p0'],
      ['p2', 'p0'],
    ]);
  });

  it('splits rows off into one new person', () => {
    const links = [link('1', 'a', 'confirmed', 'founding'), link('2', 'a', 'confirmed'), link('3', 'a', 'confirmed')];
    const after = applyInMemory(
      world(links),
      stepsOf(
        planSplit(
          links.slice(1).map((l) => ({ link: l, following: following(Number(l.recordId)) })),
          'new',
        ),
      ),
    );
    expect(['1', '2', '3'].map((r) => confirmedOf(after, r))).toEqual([['a'], ['new'], ['new']]);
    expect(planSplit([{ link: links[0]!, following: following(1) }], 'new')).toEqual({ ok: false, problem: 'founding' });
  });
});
