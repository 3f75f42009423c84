// One family's way through the house, told over the API: reported, screened, reviewed, dispatched, accepted, and a second report that still waits.
import { countyA, districtA } from './arrange.ts';
import type { Everyone } from './everyone.ts';
import type { TestServer } from './test-server.ts';

export type Story = {
  /** Ids by the name they have in paths. */
  readonly ids: Record<string, string>;
  /** Words that must never reach anybody who does not hold the case. */
  readonly secrets: readonly string[];
  /** Numbers and ids of the story, which lists elsewhere must not show. */
  readonly own: readonly string[];
  /** Query strings and bodies with which a route is asked about the story. */
  readonly queries: Record<string, string>;
  readonly bodies: Record<string, object>;
  /** Who of the house is the right one to ask. */
  readonly right: Record<string, string>;
};

type Rows = { id: string; title: string; version: number }[];

const family = {
  victim: {
    role: 'victim',
    name: '蘇密語',
    sex: 'female',
    birthDate: '0790301',
    phones: ['0911222333'],
    addresses: ['甲一區密祕街七號'],
    nationalId: 'Y290000012',
  },
  child: { role: 'familyMember', name: '蘇小密', sex: 'male', birthDate: '1080314' },
  respondent: { role: 'respondent', name: '蔡對方', sex: 'male', birthDate: '0750301' },
};

/** Tells the story and gives what is needed to ask about it. */
export async function arrangeStory(server: TestServer, everyone: Everyone): Promise<Story> {
  const send = async (persons: object[], narrative: string): Promise<void> => {
    const answer = await server.nobody('POST', '/api/reports', {
      county: countyA,
      district: districtA,
      reporterKind: 'education',
      reporter: { name: '密通報人', phone: '0955000111' },
      narrative,
      grounds: ['family-adversity'],
      persons,
    });
    if (answer.status !== 200) throw new Error(answer.text);
  };
  await send([family.victim, family.child, family.respondent], '第一件密件敘述');
  await send([{ ...family.victim, role: 'subject' }], '第二件密件敘述');
  await send([{ role: 'subject', name: '第三人', birthDate: '0900505' }], '第三件密件敘述');
  const screener = await server.as(everyone.seats['a.screener']!);
  const reviewer = await server.as(everyone.seats['a.reviewer']!);
  const supervisor = await server.as(everyone.seats['a.supervisor']!);
  const rows = (await screener('GET', '/api/screening/queue')).body.rows as unknown as Rows;
  const [first, waiting, third] = [...rows].sort((a, b) => a.id.localeCompare(b.id));
  if (!first || !waiting || !third) throw new Error('the reports are not in the queue');

  const toCentre = async (row: { id: string; version: number }, confirm: boolean) => {
    const line = { programme: 'vulnerable-family', urgency: 'ordinary', unitId: everyone.units.centre };
    const proposed = await screener('POST', `/api/screening/reports/${row.id}/propose`, {
      version: row.version,
      outcome: 'accept',
      band: 'high',
      lines: [line],
      differsReason: '家庭需要協助',
    });
    if (proposed.status !== 200) throw new Error(proposed.text);
    const decision = { proposalId: proposed.body.proposalId, version: proposed.body.version, decision: 'confirmed' };
    if (proposed.body.needsReview && confirm) {
      const decided = await reviewer('POST', `/api/review/reports/${row.id}/decide`, decision);
      if (decided.status !== 200) throw new Error(decided.text);
    }
    return decision;
  };
  await toCentre(first, true);
  const decision = await toCentre(third, false);
  const inbox = (await supervisor('GET', '/api/dispatch/inbox')).body.rows as unknown as Rows;
  const sent = inbox[0];
  if (!sent) throw new Error('nothing came to the unit');
  const accepted = await supervisor('POST', `/api/dispatch/${sent.id}/accept`, {
    version: sent.version,
    workerId: everyone.seats['a.worker']!.id,
  });
  if (accepted.status !== 200) throw new Error(accepted.text);
  const desk = await screener('GET', `/api/screening/reports/${first.id}`);
  const persons = desk.body.persons as unknown as { id: string; personId: string | null }[];
  const personId = persons[0]?.personId ?? '';
  const file = await server.app.inject({
    method: 'POST',
    url: `/api/files?ownerKind=report&ownerId=${waiting.id}&name=${encodeURIComponent('密件.txt')}`,
    headers: {
      cookie: server.cookieOf(everyone.seats['a.screener']!),
      'idempotency-key': 'story-file-1',
      'content-type': 'application/octet-stream',
    },
    payload: Buffer.from('密件內容'),
  });
  if (file.statusCode !== 200) throw new Error(file.body);

  const version = { version: 1 };
  const shielding = { from: [personId], reason: '安全計畫', reviewOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) };
  const uuid = '00000000-0000-7000-8000-00000000ffff';
  const caseId = String(accepted.body.caseId);
  return {
    ids: {
      reportId: waiting.id,
      dispatchId: sent.id,
      caseId,
      personId,
      fileId: file.json().id,
      accountId: everyone.seats['a.worker']!.id,
      unitId: everyone.units.centre,
      routeId: uuid,
      linkId: uuid,
      decisionId: uuid,
      referralId: uuid,
      reportPersonId: uuid,
      useId: uuid,
      recoveryId: uuid,
      adoptionId: uuid,
      flagId: uuid,
      measureId: 'dispatch-24h',
      programme: 'vulnerable-family',
      instrument: 'vf-vulnerability',
      key: 'story',
      sessionId: 'a-session-of-nobody',
      county: countyA,
    },
    secrets: ['蘇密語', '蘇小密', '蔡對方', '密件', '密祕街', '0911222333', '密通報人', '0955000111', '第三人'],
    own: [first.id, waiting.id, third.id, caseId, sent.id, personId],
    queries: { 'measures.open': '', 'screening.units': '?programme=vulnerable-family' },
    bodies: {
      'intake.add': { text: '補充' },
      'screening.attend': { doing: 'reading' },
      'screening.openReporter': { reason: '需要聯絡通報人' },
      'screening.openFlag': { reason: '需要查明' },
      'screening.assess': { ...version, grounds: [], needs: [], immediateDanger: 'unknown', childrenInHome: 'unknown' },
      'screening.unlearn': { version: 1, why: 'mistyped' },
      'screening.learn': { ...version, kind: 'school', value: '示範國小', saidBy: 'reporter' },
      'screening.evidence': { ...version, set: 'immediateDanger', code: 'yes', decision: 'rejected' },
      'screening.propose': { ...version, outcome: 'notAccepted', reason: 'noHarm', band: 'low', differsReason: '查無' },
      'review.decide': { ...decision, decision: 'sentBack', reason: '補件' },
      'dispatch.accept': version,
      'dispatch.takeMove': { version: 2, workerId: '018f0000-0000-7000-8000-000000000001' },
      'dispatch.returnMove': { version: 2, reason: 'notHere', note: '查無居住事實' },
      'dispatch.dispute': { ...version, reason: 'otherDistrict', note: '非本區' },
      'dispatch.arbitrate': { ...version, outcome: 'upheld', reason: '本區' },
      'cases.act': { version: 3, command: { type: 'addNote', note: '紀錄' } },
      'cases.alike': { given: { name: '別人', sex: 'male', birthDate: '0800101' } },
      'people.addHidden': { kind: 'phone', value: '0911222444', ...shielding },
      'people.shield': { ...version, contactId: uuid, ...shielding },
      'people.unshield': { ...version, contactId: uuid, reason: '不再需要' },
      'people.reveal': { kind: 'identifier', id: uuid, reason: '需要核對' },
      'matching.confirm': version,
      'matching.reject': version,
      'matching.undo': { ...version, reason: '錯連' },
      'matching.takeBack': { ...version, reason: '更正' },
      'adoptions.propose': { ...version, step: 'drop' },
      'adoptions.decide': { ...version, decision: 'refused' },
      'recoveries.confirm': { recognised: 'inPerson' },
      'recusals.lift': { why: '查明並無親屬關係，予以解除' },
      'breakglass.review': { outcome: 'justified', note: '合理' },
      'admin.changeUser': { ...version, name: '別人', active: true },
      'admin.setGrants': { ...version, grants: [] },
      'admin.resetPassword': { password: 'another long password' },
      'admin.changeUnit': { ...version, name: { zh: '別的', en: 'Other' }, capacity: 10, active: true, districts: [] },
      'admin.changeRoute': { ...version, priority: 1, active: true },
      'referrals.answer': { ...version, answer: 'accepted', note: '收到' },
    },
    right: {
      'screening.report': 'a.screener',
      'screening.family': 'a.screener',
      'screening.earlier': 'a.screener',
      'dispatch.one': 'a.supervisor',
      'cases.one': 'a.worker',
      'cases.timeline': 'a.worker',
      'cases.family': 'a.worker',
      'people.one': 'a.worker',
      'people.family': 'a.worker',
      'people.merged': 'a.worker',
      'files.download': 'a.screener',
    },
  };
}
