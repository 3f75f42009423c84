// What a result does to the case: flags and band are set, and go again; without a result nothing is recorded; a proposal that was sent back owes its mending.
import { expect, test } from 'vitest';
import { instrumentAnswers } from '../../testing/answers.ts';
import { caseHouse, now } from '../../testing/case-house.ts';

const { act, aCase, as, done, house } = caseHouse();

type File = { members: { personId: string; role: string }[]; risk: string; clocks: { rule: string; stoppedAt: string | null }[] };
const fileOf = async (id: string): Promise<File> => (await (await as('protection'))('GET', `/api/cases/${id}`)).body as unknown as File;
const running = ({ clocks }: File): string[] => clocks.filter((one) => one.stoppedAt === null).map((one) => one.rule);
const safety = (person: string, danger: string, culture: string, more: object = {}) => ({
  type: 'completeAssessment',
  instrument: 'sdm-safety',
  instrumentVersion: '1',
  moment: 'review',
  subjectPersonId: person,
  answers: { ...instrumentAnswers('sdm-safety', danger), 'p1-plan-agreed': 'N', 'c1-culture-considered': culture },
  happenedAt: now(),
  ...more,
});

test('a child that is not safe makes the case high; safe again, the flag goes; no danger without a look at culture is no result', async () => {
  const one = await aCase('旗標甲', undefined, 'children');
  const child = (await fileOf(one.id)).members.find((member) => member.role === 'subject')?.personId ?? '';
  await done('protection', one, safety(child, 'Y', 'Y'));
  const unsafe = await fileOf(one.id);
  expect([unsafe.risk, running(unsafe).includes('sdm-review')]).toEqual(['high', true]);
  const none = await act('protection', one, safety(child, 'N', 'N'));
  expect([none.status, none.body.code], none.text).toEqual([422, 'eventInvalid']);
  await done('protection', one, safety(child, 'N', 'Y'));
  const rows = (await (await as('protection'))('GET', `/api/cases/${one.id}/timeline`)).body.rows as unknown as {
    type: string;
    facts: object;
  }[];
  expect(rows.filter((row) => row.type === 'riskRaised').map((row) => row.facts)).toMatchObject([
    { risk: 'unsafe', on: false },
    { risk: 'unsafe', on: true, band: 'high' },
  ]);
  expect(running(await fileOf(one.id))).not.toContain('sdm-review');
});

test('a call that is owed today stands before a duty in days that is late, and says that it is urgent', async () => {
  const late = await aCase('旗標乙', undefined, 'dvsa');
  const lethal = await aCase('旗標丙', undefined, 'dvsa');
  const victim = (await fileOf(lethal.id)).members.find((member) => member.role === 'subject')?.personId ?? '';
  await done('protection', lethal, {
    type: 'completeAssessment',
    instrument: 'tipvda-1',
    instrumentVersion: '1',
    moment: 'intake',
    subjectPersonId: victim,
    answers: { ...instrumentAnswers('tipvda-1', 'N'), 't05-threat-kill': 'Y' },
    happenedAt: now(),
  });
  const owner = await house().server.database.owner();
  await owner.query(`update casework.clock set due_at = now() - interval '6 days' where case_id = $1 and rule = 'ipv-contact'`, [late.id]);
  const { due } = (await (await as('protection'))('GET', '/api/worklist')).body as unknown as {
    due: { caseId: string; rule: string; acute: boolean }[];
  };
  const rows = due.filter((row) => [late.id, lethal.id].includes(row.caseId) && ['ipv-contact', 'ipv-lethal-call'].includes(row.rule));
  expect(rows.slice(0, 2).map((row) => [row.caseId, row.rule, row.acute])).toEqual([
    [lethal.id, 'ipv-lethal-call', true],
    [late.id, 'ipv-contact', false],
  ]);
});
