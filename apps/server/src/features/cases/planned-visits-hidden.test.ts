// A plan says nothing that is hidden (house law 8), and is in no part that is shared.
import { expect, test } from 'vitest';
import { visit } from '../../testing/case-house.ts';
import { inHours, plan, visitHouse } from '../../testing/visit-house.ts';

const { act, aCase, as, done, house, one, dayOf, rowsOf, owner } = visitHouse();

test('it leads to a known number of a member; once that is hidden, nobody reads it in the plan any more, and it cannot be named anew', async () => {
  const name = '排訪戊';
  const persons = [
    { role: 'victim', name, birthDate: '0720304', phones: ['0966000777'] },
    { role: 'respondent', name: '排訪戊乙', birthDate: '0700304' },
  ];
  const held = await aCase(name, { grounds: ['ipv-physical'], persons }, 'dvsa');
  const victim = (await one('protection', held.id)).members.find((each) => each.name === name)!;
  const [contact] = (await owner('select id from people.contact where person_id = $1', [victim.personId])) as { id: string }[];
  await done('protection', held, plan({ kind: 'contact', method: 'phone', contactId: contact!.id, personIds: [victim.personId] }));
  const value = '0966000777';
  const seen = async () => (await one('protection', held.id)).planned[0]!.where;
  expect(await seen()).toMatchObject({ kind: 'phone', value });
  expect((await dayOf('protection')).planned.find((row) => row.caseId === held.id)?.where).toMatchObject({ value });
  const other = (await one('protection', held.id)).members.find((each) => each.name !== name)!;
  await owner('update people.contact set hidden = true, hidden_from = array[$2]::uuid[] where id = $1', [contact!.id, other.personId]);
  expect(await seen()).toBeNull();
  for (const path of [`/api/cases/${held.id}`, `/api/cases/${held.id}/timeline`, '/api/worklist']) {
    const { text } = await (await as('protection'))('GET', path);
    expect(text, path).not.toContain(value);
    expect(text, path).not.toContain(contact!.id);
  }
  expect((await act('protection', held, plan({ contactId: contact!.id }))).body.facts).toMatchObject({ path: 'contactId' });
});

test('a share of the timeline shows nothing of what is planned: the partner reads what there is to heed, not where it comes from', async () => {
  const held = await aCase('排訪癸');
  const secret = '鄰居說他有刀';
  await done('worker', held, plan({ place: '後門進', safety: secret, note: '週四下午沒人', warnings: ['pair', 'weapon'] }));
  const { id, at } = (await one('worker', held.id)).planned[0]!;
  await done('worker', held, {
    ...plan({ at, place: '側門進', safety: secret, warnings: ['pair', 'weapon'] }),
    type: 'changeVisit',
    planId: id,
  });
  await done('worker', held, { ...visit(), note: '見到案主' });
  await done('worker', held, {
    type: 'grantShare',
    toAccountId: house().seats.partner!.id,
    parts: ['timeline'],
    purpose: 'safety',
    legalBasis: '兒少權法第70條',
    until: inHours(240).slice(0, 10),
  });
  expect(await one('partner', held.id)).toMatchObject({ warnings: ['pair', 'weapon'], planned: [] });
  const rows = await rowsOf('partner', held.id);
  expect(rows.map((row) => row.type)).toContain('visitRecorded');
  expect(rows.some((row) => row.type === 'visitPlanned' || row.type === 'visitChanged')).toBe(false);
  for (const path of [`/api/cases/${held.id}`, `/api/cases/${held.id}/timeline`, '/api/worklist', '/api/cases']) {
    const { text } = await (await as('partner'))('GET', path);
    for (const words of [secret, '後門進', '側門進', '週四下午沒人']) expect(text, path).not.toContain(words);
  }
  // So does a partner who was asked to help: they are told what to heed, and who told of it stays in the unit.
  await done('worker', held, { type: 'addCollaborator', accountId: house().seats.partner!.id, duty: '共訪' });
  expect(await one('partner', held.id)).toMatchObject({ warnings: ['pair', 'weapon'] });
  expect((await (await as('partner'))('GET', `/api/cases/${held.id}/timeline`)).text).not.toContain(secret);
});
