// What a person may ask a case to do. Each command becomes one event of the case (core/cases) if the programme, the stage, the role and the clock allow it.
import { z } from 'zod';
import { id } from './basic.ts';
import { dateInput, instantInput, maybeDate } from './date.ts';
import { formAnswers } from './form-answers.ts';
import { placementCommands } from './placement-commands.ts';
import { code, maybeFolded, maybeText, text } from './text.ts';
import { band, casePersonRole, familyBasis, sex, yesNo } from './vocabulary.ts';

const answers = z.record(code, z.union([z.string().max(2000), z.number(), z.boolean(), z.null(), z.array(z.string().max(80)).max(40)]));

const warnings = z.array(code).max(12);

const contact = {
  happenedAt: instantInput,
  method: code.describe('homeVisit, officeVisit, phone, video, school …'),
  outcome: code.describe('met, notMet, refused …'),
  personIds: z.array(id).max(20).default([]),
  minutes: z.number().int().min(0).max(1440).nullable().default(null),
  safe: yesNo.default('unknown'),
  planId: id.nullable().default(null).describe('the planned visit or contact that is met by it'),
  goalIds: z.array(id).max(10).default([]).describe('goals of the plan that it was about'),
  nextAt: instantInput.nullable().default(null).describe('plans the next one of the same kind'),
  nextContactId: id.nullable().default(null).describe('where the next one leads, as in a plan'),
  nextPlace: maybeText(200),
  nextAlongIds: z.array(id).max(5).default([]),
  note: maybeText(8000),
};

/** A plan, wholly: also where it is changed, so that two people who change it see each other by the version. */
const plan = {
  at: instantInput,
  method: code,
  minutes: z.number().int().min(1).max(1440).nullable().default(null).describe('how long it is meant to take'),
  personIds: z.array(id).max(20).default([]),
  place: maybeText(200).describe('where, in words'),
  accountId: id
    .nullable()
    .default(null)
    .describe('who goes: the lead, whoever helps in the case, or whoever says it; null: whoever plans it, and in a change as it stands'),
  alongIds: z.array(id).max(5).default([]).describe('who goes along, for safety'),
  warnings: warnings.default([]).describe('what whoever goes must heed, coded; a partner who goes reads it too'),
  safety: maybeText(1000),
  note: maybeText(2000),
};

/** Somebody whom the index may not know, as the worker knows them. Who they are is looked up; a link is certain by the number only. */
export const newcomer = z.object({
  name: text(60),
  sex: sex.default('unknown'),
  birthDate: maybeDate,
  nationalId: maybeFolded(20),
});
export type NewcomerInput = z.output<typeof newcomer>;

export const caseCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('assignWorker'), workerId: id, note: maybeText(400) }),
  z.object({ type: z.literal('handOverLead'), workerId: id, reason: code, note: maybeText(1000) }),
  z.object({ type: z.literal('recordContact'), ...contact }),
  z.object({
    type: z.literal('recordVisit'),
    ...contact,
    others: z
      .array(z.object({ personId: id, how: z.enum(['atHome', 'away', 'unknown']) }))
      .max(20)
      .default([])
      .describe('members who were not met: at home all the same, away, or not known'),
    home: z
      .array(z.object({ item: code, seen: z.enum(['fine', 'concern', 'notLooked']) }))
      .max(20)
      .default([])
      .describe('what was looked at in the home; what was not asked is not spoken of'),
    place: maybeText(200),
    warnings: warnings.nullable().default(null).describe('what whoever goes next must heed, wholly; null: as it stands'),
    answers: formAnswers,
  }),
  z.object({
    type: z.literal('planVisit'),
    kind: z.enum(['visit', 'contact']),
    ...plan,
    contactId: id.nullable().default(null).describe('where, or by which number: an open contact of a member'),
  }),
  z.object({
    type: z.literal('changeVisit'),
    planId: id,
    ...plan,
    kind: z.enum(['visit', 'contact']).optional().describe('left out: as it stands; a visit may become a call, and the other way round'),
    contactId: id.nullable().optional().describe('as in a plan; left out: as it stands'),
    reason: maybeText(1000),
  }),
  z.object({ type: z.literal('cancelVisit'), planId: id, reason: code, note: maybeText(1000) }),
  z.object({
    type: z.literal('tellVisit'),
    planId: id,
    step: z.enum(['departed', 'arrived', 'left']),
    minutes: z.number().int().min(5).max(720).nullable().default(null).describe('in how many minutes whoever goes means to have left'),
  }),
  z.object({
    type: z.literal('callSupport'),
    planId: id.nullable().default(null).describe('the planned visit during which help is needed'),
    note: maybeText(200),
  }),
  z.object({ type: z.literal('takeSupport'), callId: id, note: maybeText(200).describe('who goes, or what is done') }),
  z.object({ type: z.literal('endSupport'), callId: id, how: z.enum(['safe', 'mistake', 'other']), note: maybeText(1000) }),
  z.object({
    type: z.literal('completeAssessment'),
    instrument: code,
    instrumentVersion: z.string().max(40),
    moment: z.enum(['intake', 'pre', 'review', 'post']),
    subjectPersonId: id.nullable().default(null),
    answers,
    override: z
      .object({ band: code.describe('a band to which the instrument may be overridden'), reason: text(1000) })
      .nullable()
      .default(null),
    happenedAt: instantInput,
    note: maybeText(4000),
  }),
  z.object({
    type: z.literal('skipAssessment'),
    instrument: code,
    instrumentVersion: z.string().max(40),
    moment: z.enum(['intake', 'pre', 'review', 'post']),
    subjectPersonId: id.nullable().default(null),
    notDone: code.describe('a reason of the instrument'),
    happenedAt: instantInput,
    note: maybeText(4000),
  }),
  ...placementCommands,
  z.object({
    type: z.literal('proposeOpening'),
    decision: z.enum(['open', 'shortTerm', 'notOpened']),
    reason: code.nullable().default(null),
    summary: text(8000),
    answers: formAnswers,
  }),
  z.object({ type: z.literal('decideOpening'), decision: z.enum(['approved', 'sentBack']), reason: maybeText(2000) }),
  z.object({ type: z.literal('draftPlan'), summary: text(8000), reviewOn: maybeDate, answers: formAnswers }),
  z.object({
    type: z.literal('setGoal'),
    goalId: id.nullable().default(null),
    need: code,
    goal: text(1000),
    measureOfSuccess: maybeText(1000),
    dueOn: maybeDate,
  }),
  z.object({
    type: z.literal('reviewGoal'),
    goalId: id,
    status: z.enum(['active', 'achieved', 'partly', 'notAchieved', 'dropped']),
    note: maybeText(2000),
  }),
  z.object({
    type: z.literal('recordService'),
    service: code,
    provider: maybeText(120),
    happenedAt: instantInput,
    quantity: z.number().min(0).max(1_000_000).nullable().default(null),
    goalId: id.nullable().default(null),
    note: maybeText(4000),
  }),
  z.object({
    type: z.literal('sendReferral'),
    toUnitId: id,
    need: code,
    fields: z.array(code).min(1).max(30),
    message: text(4000),
    callback: maybeText(60).describe('where the receiver can ask'),
  }),
  z.object({ type: z.literal('cancelReferral'), referralId: id, reason: text(1000) }),
  z.object({ type: z.literal('addCollaborator'), accountId: id, duty: text(400), until: maybeDate }),
  z.object({ type: z.literal('endCollaborator'), accountId: id, reason: maybeText(400) }),
  z.object({
    type: z.literal('grantShare'),
    toUnitId: id.nullable().default(null),
    toAccountId: id.nullable().default(null),
    parts: z.array(code).min(1).max(20),
    purpose: code,
    legalBasis: text(200),
    until: dateInput,
  }),
  z.object({ type: z.literal('endShare'), shareId: id, reason: maybeText(400) }),
  z.object({
    type: z.literal('addMember'),
    personId: id.nullable().default(null),
    given: newcomer.nullable().default(null).describe('instead of personId: somebody whom the index may not know'),
    role: casePersonRole,
    relation: code.nullable().default(null),
  }),
  z.object({
    type: z.literal('changeRole'),
    personId: id,
    role: casePersonRole.describe('not subject: whom a case is about is decided when it is dispatched'),
    relation: code.nullable().optional().describe('left out: as it stands'),
    reason: text(400),
  }),
  z.object({ type: z.literal('removeMember'), personId: id, reason: text(400) }),
  z.object({
    type: z.literal('tellHome'),
    personId: id.describe('a member; whether they live with whom the case is about'),
    lives: z.enum(['yes', 'no']),
    since: maybeDate,
    until: maybeDate.describe('with no: they lived there until then'),
    basis: familyBasis,
    note: maybeText(400),
  }),
  z.object({
    type: z.literal('tellKin'),
    personId: id,
    otherId: id,
    relation: code.describe('what the person is to the other; notKin: not what was told'),
    basis: familyBasis,
    reason: text(400),
  }),
  z.object({ type: z.literal('takeBackFamily'), wordId: id, reason: text(400) }),
  z.object({ type: z.literal('raiseRisk'), band, reason: text(1000) }),
  z.object({ type: z.literal('addNote'), note: text(8000) }),
  z.object({ type: z.literal('attachFile'), fileId: id, title: maybeText(200) }),
  z.object({
    type: z.literal('proposeClosure'),
    closureCode: code,
    summary: text(8000),
    residualRisk: band,
    followUpOn: maybeDate,
    answers: formAnswers,
  }),
  z.object({ type: z.literal('decideClosure'), decision: z.enum(['approved', 'sentBack']), reason: maybeText(2000) }),
  z.object({
    type: z.literal('proposeTransfer'),
    toCounty: z.string().max(10).nullable().default(null).describe('null: it has no desk in this system and is told otherwise'),
    district: z.string().max(20).nullable().default(null),
    since: maybeDate.describe('since when they live there'),
    reason: code,
    personIds: z.array(id).min(1).max(20).describe('who moves; whom the case is about is among them'),
    address: maybeText(200).describe('never to the other side of the case'),
    phone: maybeFolded(60),
    summary: text(8000),
    safety: maybeText(1000),
  }),
  z.object({
    type: z.literal('decideTransfer'),
    decision: z.enum(['approved', 'sentBack']),
    reason: maybeText(2000),
    letter: maybeText(200).describe('by which letter a county is told that has no desk here'),
  }),
  z.object({
    type: z.literal('answerTransfer'),
    answer: z.enum(['taken', 'returned']),
    reason: code.nullable().default(null),
    letter: text(200),
  }),
  z.object({
    type: z.literal('withdrawTransfer'),
    reason: code,
    note: maybeText(2000),
    letter: maybeText(200).describe('by which letter a county is told that has no desk here'),
  }),
  z.object({
    type: z.literal('proposeMove'),
    toUnitId: id.describe('of the same county'),
    district: z.string().max(20).nullable().default(null).describe('where the family lives now; null: as before'),
    reason: code,
    summary: text(8000).describe('what the other unit reads before it takes the case'),
    safety: maybeText(1000),
  }),
  z.object({ type: z.literal('decideMove'), decision: z.enum(['approved', 'sentBack']), reason: maybeText(2000) }),
  z.object({ type: z.literal('withdrawMove'), reason: code, note: maybeText(2000) }),
  z.object({ type: z.literal('withdrawProposal'), note: maybeText(2000) }),
  z.object({ type: z.literal('reopen'), reason: code, note: text(2000) }),
  z.object({ type: z.literal('pauseClock'), rule: code, reason: code, note: maybeText(1000) }),
  z.object({ type: z.literal('resumeClock'), rule: code }),
]);
export type CaseCommand = z.output<typeof caseCommand>;
export type CaseCommandType = CaseCommand['type'];
