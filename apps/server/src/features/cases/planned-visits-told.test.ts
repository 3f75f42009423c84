// Whoever goes, and whoever goes along, hears of what others do with a plan.
import { expect, test } from 'vitest';
import { inHours, plan, visitHouse } from '../../testing/visit-house.ts';

const { aCase, as, done, house, one } = visitHouse();

test('whoever goes along is told, also when it is changed, when they are no longer meant, and when it is off; the case is named only to whoever works on it', async () => {
  const held = await aCase('排訪癸');
  const along = house().seats.worker2!.id;
  const told = async (who: string) => {
    const rows = (await (await as(who))('GET', '/api/notices?limit=200')).body.rows as unknown as {
      kind: string;
      ref: string | null;
      due: string | null;
      leadsTo: { id: string | null };
    }[];
    return rows.filter(({ kind }) => kind.startsWith('plan.')).map(({ kind, ref, due, leadsTo: { id } }) => ({ kind, ref, due, id }));
  };
  const before = (await told('worker2')).length;
  const news = async () => (await told('worker2')).toReversed().slice(before);
  const at = inHours(20);
  await done('worker', held, plan({ at, alongIds: [along] }));
  expect(await news()).toEqual([{ kind: 'plan.along', ref: null, due: at, id: null }]);
  const { id } = (await one('worker', held.id)).planned[0]!;
  const change = (more: object) => ({ ...plan({ at, alongIds: [along] }), type: 'changeVisit', planId: id, ...more });
  await done('worker', held, { type: 'addCollaborator', accountId: along, duty: '同行' });
  const later = inHours(30);
  await done('worker', held, change({ at: later }));
  await done('worker', held, change({ at: later, alongIds: [] }));
  await done('worker', held, change({ at: later }));
  await done('supervisor', held, { type: 'cancelVisit', planId: id, reason: 'weather' });
  const named = { ref: expect.stringMatching(/^VF-/), id: held.id };
  expect((await news()).slice(1)).toEqual([
    { kind: 'plan.changed', due: later, ...named },
    { kind: 'plan.without', due: null, ...named },
    { kind: 'plan.along', due: later, ...named },
    { kind: 'plan.cancelled', due: null, ...named },
  ]);
  // Whoever goes hears of it when somebody else calls it off.
  expect((await told('worker'))[0]).toMatchObject({ kind: 'plan.cancelled', id: held.id });
});
