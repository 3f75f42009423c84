import { describe, expect, it } from 'vitest';
import type { Form } from '../forms/form.ts';
import { answerFaults } from '../forms/validate.ts';
import { instantFromMs } from '../time/instant.ts';
import { taipei } from '../time/zone.ts';
import { answeredByAct, askedOf, mayStayOpen, requiredOfAct } from './act-form.ts';

const ask = { required: false, unknownAllowed: true, concept: 'c', label: { zh: '問' } };
const form: Form = {
  id: 'visit',
  version: '1',
  label: { zh: '訪視' },
  sections: [
    {
      id: 'one',
      label: { zh: '一' },
      fields: [
        { ...ask, id: 'method', kind: 'choice', required: true, answeredBy: 'method' },
        { ...ask, id: 'childSafe', kind: 'yesNo', answeredBy: 'safe' },
      ],
    },
    {
      id: 'two',
      label: { zh: '二' },
      fields: [
        { ...ask, id: 'outcome', kind: 'paragraph', answeredBy: 'reviewGoal.status' },
        {
          ...ask,
          id: 'travel',
          kind: 'integer',
          required: true,
          showWhen: { op: 'eq', left: { ref: 'answers.method' }, right: { value: 'homeVisit' } },
        },
      ],
    },
  ],
};
const faults = (command: object, answers: Record<string, number>) =>
  answerFaults(askedOf(form) ?? form, answers, { now: instantFromMs(0), zone: taipei }, answeredByAct(form, command));

describe('the form of an act', () => {
  it('is asked for what the act does not ask itself', () => {
    expect(askedOf(form)?.sections.flatMap(({ fields }) => fields.map(({ id }) => id))).toEqual(['travel']);
    expect(askedOf({ ...form, sections: form.sections.slice(0, 1) })).toBeNull();
    expect(requiredOfAct(form)).toEqual(['method']);
  });
  it('hangs its questions on what the act says, and takes no answer that the act gives', () => {
    expect(answeredByAct(form, { method: 'homeVisit', safe: 'yes', note: '記' })).toEqual({ method: 'homeVisit', childSafe: true });
    expect(answeredByAct(form, { method: 'homeVisit', safe: 'unknown' })).toEqual({ method: 'homeVisit' });
    expect(faults({ method: 'homeVisit' }, {})).toEqual([{ path: 'travel', reason: 'required' }]);
    expect(faults({ method: 'officeVisit' }, {})).toEqual([]);
    expect(faults({ method: 'homeVisit' }, { travel: 40, childSafe: 1 })).toEqual([{ path: 'childSafe', reason: 'noSuchField' }]);
  });
  it('may stay open of a visit in vain', () => {
    expect(['met', 'notMet', 'refused', undefined].map((outcome) => mayStayOpen('recordVisit', outcome))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});
