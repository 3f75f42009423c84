// The programme's form inside the form of an act: what is asked, what may not stay open, and what is sent.
import { unknown } from '@anwang/core/forms';
import { findProgramme, programmeFor } from '@anwang/packs';
import { expect, test } from 'vitest';
import { answeredFields, asFormAnswers, formFields, formFor, openFormFields, sentAnswers } from './form-fields.ts';

const form = formFor(programmeFor('child-protection', '64000') ?? undefined, 'proposeOpening');
const ids = (fields: readonly { id: string }[]) => fields.map(({ id }) => id);

test('a question that hangs on an answer is asked after it, and what it hid is not sent', () => {
  expect(ids(formFields(form, {}))).not.toContain('answers.notSeenReason');
  const unseen = { 'answers.seen': false, 'answers.notSeenReason': '外出', 'answers.maltreatment': unknown, 'answers.result': '查訪' };
  expect(ids(formFields(form, unseen))).toContain('answers.notSeenReason');
  expect(sentAnswers(formFields(form, unseen), unseen)).toEqual({ seen: false, notSeenReason: '外出', maltreatment: null, result: '查訪' });
  expect(sentAnswers(formFields(form, { ...unseen, 'answers.seen': true }), { ...unseen, 'answers.seen': true })).not.toHaveProperty(
    'notSeenReason',
  );
});

test('not known is an answer where it may be one; nothing must be answered for who is not opened', () => {
  expect(ids(openFormFields(formFields(form, {}), {}))).toEqual(['answers.seen', 'answers.maltreatment', 'answers.result']);
  const given = { 'answers.seen': unknown, 'answers.maltreatment': unknown, 'answers.result': '查訪' };
  expect(ids(openFormFields(formFields(form, given), given))).toEqual(['answers.seen']);
  expect(openFormFields(formFields(form, {}, true), {})).toEqual([]);
});

test('what was kept comes back into the form; an act without a form has none', () => {
  expect(asFormAnswers({ plan: '暗語', willing: true })).toEqual({ 'answers.plan': '暗語', 'answers.willing': true });
  expect(formFor(findProgramme('none', '1') ?? undefined, 'proposeOpening')).toBeNull();
  expect(formFor(programmeFor('child-protection', '64000') ?? undefined, 'draftPlan')).toBeNull();
});

test('of a visit and of closing only what the act does not ask is asked: what the county added, and what follows', () => {
  const asked = (county: string, act: string, answers = {}) =>
    ids(formFields(formFor(programmeFor('vulnerable-family', county) ?? undefined, act), answers));
  expect(asked('64000', 'recordVisit')).toEqual([]);
  expect(asked('10008', 'recordVisit')).toEqual(['answers.travelMinutes']);
  expect(asked('64000', 'proposeClosure')).toEqual(['answers.referrals']);
  const kept = asFormAnswers({ travelMinutes: 45 });
  expect(ids(answeredFields(formFor(programmeFor('vulnerable-family', '10008') ?? undefined, 'recordVisit'), kept))).toEqual([
    'answers.travelMinutes',
  ]);
});
