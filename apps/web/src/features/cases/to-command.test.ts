// Every command form leads to a command that the contract accepts once its required fields are answered, and to none before.

import { caseCommand } from '@anwang/contract/shapes';
import type { Answer, Field } from '@anwang/core/forms';
import { describe, expect, test } from 'vitest';
import type { FormContext } from './act-fields.ts';
import { answersOfGoal } from './answers-of-goal.ts';
import { commandFields } from './command-fields.ts';
import { toCommand } from './to-command.ts';

const id = '018f0000-0000-7000-8000-000000000001';
const options = [{ code: id, label: { zh: '甲', en: 'A' } }];
const context = {
  form: null,
  case: {
    members: [
      { personId: id, name: '甲', until: null },
      { personId: `${id.slice(0, -1)}2`, name: '乙', until: null, role: 'subject' },
    ],
    goals: [{ id, goal: '三餐穩定', need: 'economy' }],
    familyWords: [{ id, about: 'home', person: { name: '乙' }, other: { name: '甲' }, relation: null, lives: true, until: null }],
    placements: [{ id, personId: id, next: 'continue', asked: { what: 'continue' }, phase: 'asked' }],
    planned: [{ id, kind: 'visit', method: 'homeVisit', at: '2026-11-28T02:00:00.000Z', whom: ['甲'] }],
    referrals: [{ id, status: 'sent', toUnit: '某校' }],
    collaborators: [{ id, name: '乙', unitName: '衛生局', until: null }],
    shares: [{ id, to: '某校', ended: false }],
    clocks: [
      { rule: 'r1', label: { zh: '訪視', en: 'visit' }, stoppedAt: null, pausedAt: null },
      { rule: 'r2', label: { zh: '報告', en: 'report' }, stoppedAt: null, pausedAt: '2026-01-01T00:00:00.000Z' },
    ],
  },
  choices: (set: string) => [{ code: set === 'memberRoles' ? 'member' : 'economy', label: { zh: '經濟', en: 'Income' } }],
  workers: [
    { id, name: '王', own: true, mayLead: true, unitName: '甲中心' },
    { id, name: '林', own: false, mayLead: false, unitName: '乙中心' },
  ],
  units: options,
  relatives: [{ id, name: '丙' }],
  counties: [{ id: '10008', name: { zh: '南投縣', en: 'Nantou' }, districts: [] }],
  places: [{ id, personId: id, kind: 'residenceAddress', value: '某路一號' }],
  districts: [{ id: '64000090', name: { zh: '前鎮區', en: 'Qianzhen' } }],
  beside: [{ unitId: id, unitName: '乙中心', name: undefined, openCases: 3, capacity: null, fits: true, reasons: [], districts: [] }],
  me: 'somebody',
} as unknown as FormContext;

function answer(field: Field): Answer {
  if (field.kind === 'instant') return '2026-11-22T02:00:00.000Z';
  if (field.kind === 'date') return '2026-12-03';
  if (field.kind === 'person') return '0199c0de-0000-7000-8000-000000000001';
  if (field.kind === 'choice') return field.options![0]!.code;
  if (field.kind === 'choices') return [field.options![0]!.code];
  if (field.kind === 'yesNo') return true;
  if (field.kind === 'integer' || field.kind === 'decimal') return 3;
  return field.id === 'reason' ? 'loadBalance' : '母親表示';
}

const types = caseCommand.options.map((each) => each.shape.type.value).filter((type) => commandFields(type, context) !== undefined);

describe('command forms', () => {
  test('there is a form for all but the few that have their own', () => {
    const without = caseCommand.options.map((each) => each.shape.type.value).filter((type) => !types.includes(type));
    expect(without.sort()).toEqual([
      'attachFile',
      'callSupport',
      'completeAssessment',
      'endSupport',
      'skipAssessment',
      'takeSupport',
      'tellVisit',
    ]);
  });

  test.each(types)('%s', (type) => {
    // What a plan is made of is asked once it is known which.
    const fields = commandFields(type, context, type === 'changeVisit' ? { planId: id } : {})!;
    // A proposal is taken back without a word, if whoever made it has none.
    expect(toCommand(type, fields, {}).ok).toBe(type === 'withdrawProposal');
    const all = Object.fromEntries(fields.map((field) => [field.id, answer(field)]));
    expect(toCommand(type, fields, all)).toMatchObject({ ok: true, command: { type } });
    const required = Object.fromEntries(fields.filter((field) => field.required).map((field) => [field.id, answer(field)]));
    expect(toCommand(type, fields, required)).toMatchObject({ ok: true });
  });

  test('a moment that is half typed is named as what it is, not as missing', () => {
    const fields = commandFields('recordContact', context)!;
    const all = Object.fromEntries(fields.map((field) => [field.id, answer(field)]));
    expect(toCommand('recordContact', fields, { ...all, happenedAt: '2026-11-26T' })).toEqual({
      ok: false,
      faults: { happenedAt: 'instantUnreadable' },
    });
  });
});

test('a goal that is changed keeps its id, and the form begins with what stands there', () => {
  const goal: Parameters<typeof answersOfGoal>[1] = {
    id,
    need: 'economy',
    goal: '三餐穩定',
    measureOfSuccess: null,
    status: 'active',
    dueOn: '2026-12-31',
    reviewedAt: null,
    note: null,
  };
  const answers = answersOfGoal('setGoal', goal);
  expect(answers).toEqual({ need: 'economy', goal: '三餐穩定', dueOn: '2026-12-31' });
  expect(toCommand('setGoal', commandFields('setGoal', context)!, answers, { goalId: goal.id })).toMatchObject({
    ok: true,
    command: { type: 'setGoal', goalId: id, need: 'economy', goal: '三餐穩定', dueOn: '2026-12-31' },
  });
  expect(answersOfGoal('reviewGoal', goal)).toEqual({ goalId: id });
});

test('where not known is no answer, nobody is told that it were', () => {
  const fields = commandFields('recordVisit', context)!;
  expect(toCommand('recordVisit', fields, {})).toEqual({ ok: false, faults: { happenedAt: 'empty', method: 'empty', outcome: 'empty' } });
});

test.each([
  ['proposeOpening', { decision: 'notOpened', summary: '查無此事' }, { reason: 'empty' }],
  ['proposeOpening', { decision: 'shortTerm', summary: '一次性' }, { reason: 'empty' }],
  ['decideOpening', { decision: 'sentBack' }, { reason: 'empty' }],
  ['decideClosure', { decision: 'sentBack' }, { reason: 'empty' }],
])('%s with %j asks why before it is sent', (type, answers, faults) => {
  expect(toCommand(type, commandFields(type, context, answers)!, answers)).toEqual({ ok: false, faults });
});

test('somebody new travels as what is known of them, and what is wrong with it stands at its field', () => {
  const answers = { known: 'no', name: '廖奶奶', sex: 'female', birthDate: '0300102', role: 'member', relation: 'economy' };
  const fields = commandFields('addMember', context, answers)!;
  expect(fields.map((field) => field.id)).toEqual(['known', 'name', 'sex', 'birthDate', 'nationalId', 'role', 'relation']);
  expect(toCommand('addMember', fields, answers)).toMatchObject({
    ok: true,
    command: { type: 'addMember', personId: null, given: { name: '廖奶奶', sex: 'female', nationalId: null }, role: 'member' },
  });
  expect(toCommand('addMember', fields, { ...answers, birthDate: 'gestern' })).toMatchObject({
    ok: false,
    faults: { birthDate: expect.any(String) },
  });
  const known = { known: 'yes', personId: id, role: 'member' };
  expect(toCommand('addMember', commandFields('addMember', context, known)!, known)).toMatchObject({
    ok: true,
    command: { personId: id, given: null },
  });
});
