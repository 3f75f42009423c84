import { communityGarden } from '@anwang/packs';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../time/instant.ts';
import { taipei } from '../time/zone.ts';
import { answerFacts, unknown } from './answers.ts';
import { type Field, fieldKinds } from './field.ts';
import { toQuestionnaire } from './to-questionnaire.ts';
import { answerFaults, validateAnswers } from './validate.ts';

const context = { now: '2026-11-22T00:00:00.000Z' as Instant, zone: taipei };
const [form] = communityGarden.forms;
if (form === undefined) throw new Error('the fixture has no form');
const good = {
  text: '甲',
  paragraph: '長文',
  integer: 5,
  decimal: 1.5,
  yesNo: true,
  choice: 'economy',
  choices: ['economy', 'housing'],
  date: '2024-02-29',
  instant: '2026-11-22T00:00:00.000Z',
  nationalId: 'A123456789',
  personName: '𠮷田',
  phone: '0912',
  address: '某處',
  person: 'p1',
  files: ['f1'],
  group: [{ name: '鋤頭', count: 2 }],
  because: '因為',
};
const faults = (answers: Parameters<typeof answerFaults>[1]) =>
  answerFaults(form, answers, context).map((fault) => `${fault.path}: ${fault.reason}`);

describe('answers', () => {
  it('of every kind pass when they are right', () => expect(validateAnswers(form, good, context)).toEqual({ ok: true, value: good }));
  it.each([
    [{ text: '' }, 'text: required'],
    [{ text: '𠮷'.repeat(21) }, 'text: tooLong'],
    [{ integer: 1.5 }, 'integer: wrongKind'],
    [{ integer: 101 }, 'integer: tooLarge'],
    [{ decimal: -1 }, 'decimal: tooSmall'],
    [{ yesNo: 'yes' }, 'yesNo: wrongKind'],
    [{ choice: 'nowhere' }, 'choice: notAnOption'],
    [{ choices: ['economy', 'nowhere'] }, 'choices: notAnOption'],
    [{ date: '2024-02-30' }, 'date: noSuchDate'],
    [{ instant: 'now' }, 'instant: noSuchDate'],
    [{ group: [{ count: 1 }] }, 'group[0].name: required'],
    [{ group: [{ name: 'x', count: 'two' }] }, 'group[0].count: wrongKind'],
    [{ extra: 1 }, 'extra: noSuchField'],
  ])('%o: %s', (wrong, fault) => expect(faults({ ...good, ...wrong })).toEqual([fault]));
  it('may say "not known"; a question that is not shown is not asked', () => {
    expect(faults({ ...good, text: unknown, integer: unknown })).toEqual([]);
    expect(faults({ ...good, yesNo: false, because: '' })).toEqual([]);
    expect(faults({ ...good, because: '' })).toEqual(['because: required']);
    expect(faults({ ...good, yesNo: unknown, because: '' })).toEqual([]);
  });
  it('become facts in which "not known" and "not asked" are both unknown', () => {
    expect(answerFacts({ a: unknown, b: ['x'], c: [{ d: 1 }, { d: 2 }] })).toEqual({
      'answers.a': null,
      'answers.b': ['x'],
      'answers.c': 2,
    });
  });
});

describe('a form as a FHIR Questionnaire', () => {
  it('has one item per field, of the type of its kind', () => {
    const questionnaire = toQuestionnaire(form);
    const items = questionnaire.item.flatMap((section) => section.item ?? []);
    const fields: readonly Field[] = form.sections.flatMap((section) => section.fields);
    expect(items.map((item) => [item.linkId, item.type, item.required])).toEqual(
      fields.map((field) => [field.id, fieldKinds[field.kind].fhir, field.required]),
    );
    expect(items.find((item) => item.linkId === 'group')?.item?.map((item) => item.linkId)).toEqual(['name', 'count']);
    expect(items.find((item) => item.linkId === 'choice')?.answerOption?.length).toBeGreaterThan(10);
  });
});
