// The inbox calls a case about a person by that person, though the report is called by somebody else.
import { expect, test } from 'vitest';
import { countyA, districtA } from '../../testing/arrange.ts';
import { caseHouse } from '../../testing/case-house.ts';

const { as, house } = caseHouse();
type Sent = { id: string; title: string; reportNumber: string; version: number };

test('a child protection case is called by the child in list and detail, and so is the case that it becomes', async () => {
  const filed = await house().server.nobody('POST', '/api/reports', {
    county: countyA,
    district: districtA,
    reporterKind: 'education',
    narrative: '鄰居聽到孩子哭',
    grounds: ['child-injury'],
    persons: [
      { role: 'subject', name: '龔母', birthDate: '0750102' },
      { role: 'familyMember', name: '龔童', birthDate: '1080314', relationToSubject: 'child' },
    ],
  });
  expect(filed.status, filed.text).toBe(200);
  const screener = await as('screener');
  const queue = (await screener('GET', '/api/screening/queue?limit=200')).body.rows as unknown as Sent[];
  const row = queue.find(({ title }) => title === '龔母')!;
  const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, {
    version: row.version,
    outcome: 'accept',
    band: 'high',
    lines: [{ programme: 'child-protection', urgency: 'urgent', unitId: house().seats.protector!.unit }],
    differsReason: '電話確認',
  });
  expect(proposed.status, proposed.text).toBe(200);
  if (proposed.body.needsReview) {
    const decided = await (await as('reviewer'))('POST', `/api/review/reports/${row.id}/decide`, {
      proposalId: proposed.body.proposalId,
      version: proposed.body.version,
      decision: 'confirmed',
    });
    expect(decided.status, decided.text).toBe(200);
  }
  const protector = await as('protector');
  const inbox = (await protector('GET', '/api/dispatch/inbox')).body.rows as unknown as Sent[];
  expect(inbox.map(({ title }) => title)).toEqual(['龔童']);
  const sent = inbox[0]!;
  expect((await protector('GET', `/api/dispatch/${sent.id}`)).body.title).toBe('龔童');
  const accepted = await protector('POST', `/api/dispatch/${sent.id}/accept`, { version: sent.version });
  expect(accepted.status, accepted.text).toBe(200);
  expect((await protector('GET', `/api/cases/${accepted.body.caseId}`)).body.title).toBe('龔童');
});
