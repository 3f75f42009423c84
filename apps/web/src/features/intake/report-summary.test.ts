// Nothing that was answered is missing from what is read again before it is sent, and a date that is none is stopped before.
import { expect, test } from 'vitest';
import type { FormChoices } from './form-choices.ts';
import { emptyPerson, emptyReport, type PersonDraft, type ReportDraft } from './report-draft.ts';
import { summaryLines } from './report-summary.ts';
import { unfitFields } from './unfit-fields.ts';

const coded = (...codes: string[]) => codes.map((code) => ({ code, label: { zh: `〔${code}〕`, en: code } }));
const choices = {
  counties: [{ id: 'c', name: { zh: '〔c〕', en: 'c' }, districts: [{ id: 'd', name: { zh: '〔d〕', en: 'd' } }] }],
  reporterKinds: coded('teacher'),
  whereabouts: coded('school'),
  relations: coded('father'),
  placeKinds: coded('home'),
  grounds: coded('injury', 'neglect'),
  needs: coded('money'),
} as unknown as FormChoices;

const person = (key: string): PersonDraft => ({
  ...emptyPerson('subject', key),
  name: `${key}名`,
  sex: 'female',
  birthDate: '2020-01-02',
  nationalId: `${key}號`,
  phone: `${key}電`,
  address: `${key}址`,
  school: `${key}校`,
  whereabouts: 'school',
  relation: 'father',
  contactsHidden: true,
});

const whole: ReportDraft = {
  county: 'c',
  district: 'd',
  reporterKind: 'teacher',
  reporterName: '報名',
  reporterPhone: '報電',
  reporterEmail: '',
  reporterOrganisation: '報單位',
  reporterRelation: '報關係',
  wantsReply: true,
  persons: [person('甲'), { ...person('乙'), role: 'respondent' }],
  occurredOn: '2026-11-26',
  place: '地點',
  placeKind: 'home',
  narrative: '經過',
  grounds: ['injury', 'neglect'],
  needs: ['money'],
  immediateDanger: 'yes',
  childrenInHome: 'no',
};

test('every answer is read again', () => {
  const text = summaryLines(whole, choices)
    .map((line) => line.words)
    .join('\n');
  const own = ['名', '號', '電', '址', '校'].flatMap((part) => [`甲${part}`, `乙${part}`]);
  const marks = ['c', 'd', 'teacher', 'school', 'father', 'home', 'injury', 'neglect', 'money'].map((code) => `〔${code}〕`);
  for (const part of [
    ...own,
    ...marks,
    '報名',
    '報電',
    '報單位',
    '報關係',
    '115.11.26',
    '109.01.02',
    '地點',
    '經過',
    '有',
    '沒有',
    '女',
    '相對人',
  ])
    expect(text).toContain(part);
});

test('what was left empty is left out, but not what is asked of everybody', () => {
  const keys = summaryLines({ ...emptyReport(), county: 'c', narrative: '經過' }, choices).map((line) => line.key);
  expect(keys).toEqual(['where', 'you', 'p1', 'children', 'narrative', 'danger']);
});

test('no date that is none gets to the summary, and none that lies ahead', () => {
  const draft = {
    ...whole,
    occurredOn: '1130230',
    persons: [
      { ...person('甲'), birthDate: '115' },
      { ...person('乙'), birthDate: '2199-01-01' },
      { ...person('丙'), birthDate: 'x', onlyAge: true },
    ],
  };
  expect(Object.keys(unfitFields(draft, 3)).sort()).toEqual(['occurredOn', 'persons.0.birthDate', 'persons.1.birthDate']);
  expect(unfitFields(whole, 3)).toEqual({});
  expect(Object.keys(unfitFields(emptyReport(), 2))).toEqual(['county']);
});
