// Each question of a programme's form is asked once: by the act itself, by the name that the form states, or beside it.
import { caseCommand } from '@anwang/contract/shapes';
import type { Field } from '@anwang/core/forms';
import { must } from '@anwang/core/lang';
import { officeCalendar, parseInstant, taipei } from '@anwang/core/time';
import { overlaidCounties, programmeFor, programmes, programmesFor } from '@anwang/packs';
import { describe, expect, test } from 'vitest';
import { formAnswers } from './form-answers.ts';

/** What each command takes. */
const taken = new Map(caseCommand.options.map(({ shape }): [string, readonly string[]] => [shape.type.value, Object.keys(shape)]));
const all = [...programmes, ...overlaidCounties.flatMap((county) => programmesFor(county))];
const forms = all.flatMap((programme) =>
  programme.actions.flatMap(({ id, form }) => {
    const found = programme.forms.find((one) => one.id === form);
    return found === undefined
      ? []
      : [{ name: `${programme.id} ${programme.version} ${id}`, act: id, fields: found.sections.flatMap(({ fields }) => fields) }];
  }),
);
/** Kinds of answers that the contract carries. */
const carried: readonly Field['kind'][] = [
  'text',
  'paragraph',
  'integer',
  'decimal',
  'yesNo',
  'choice',
  'choices',
  'date',
  'instant',
  'phone',
  'address',
];

describe('a question of a form', () => {
  test('goes along to another county only as a code: words may say where somebody is', () => {
    const marked = all.flatMap(({ forms: each }) => each.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)));
    const going = marked.filter(({ handedOn }) => handedOn === true);
    expect(going.map(({ kind }) => kind).filter((kind) => kind !== 'choice' && kind !== 'choices')).toEqual([]);
    expect(new Set(going.map(({ id }) => id))).toEqual(new Set(['violence', 'orderStatus', 'orderItems']));
  });

  test.each(forms)('$name: is answered by a field that an act has, or is asked beside it', ({ act, fields }) => {
    for (const { id, answeredBy, kind } of fields) {
      if (answeredBy === undefined) {
        expect(taken.get(act), id).toContain('answers');
        expect(carried, id).toContain(kind);
        continue;
      }
      const [other, name] = answeredBy.includes('.') ? answeredBy.split('.') : [act, answeredBy];
      expect(taken.get(other ?? ''), `${id} by ${answeredBy}`).toContain(name);
    }
  });

  test('that a county added to a visit is held to the form; of a visit in vain it may stay open, and a field of the act can be required', () => {
    const programme = programmeFor('vulnerable-family', '10008')!;
    const context = { now: must(parseInstant('2026-11-28T00:00:00.000Z')), zone: taipei, calendar: officeCalendar };
    const visit = (more: object) => {
      const read = caseCommand.parse({
        type: 'recordVisit',
        happenedAt: '2026-11-28T00:00:00.000Z',
        method: 'homeVisit',
        outcome: 'met',
        ...more,
      });
      if (read.type !== 'recordVisit') throw new Error('no visit');
      return read;
    };
    expect(formAnswers(visit({ answers: { travelMinutes: 45 } }), { programme, context })).toEqual({
      ok: true,
      value: { answers: { travelMinutes: 45 } },
    });
    expect(formAnswers(visit({ answers: { travelMinutes: 9000, note: '再寫一次' } }), { programme, context })).toMatchObject({
      ok: false,
      problem: {
        code: 'answersInvalid',
        fields: [
          { path: 'answers.note', reason: 'noSuchField' },
          { path: 'answers.travelMinutes', reason: 'tooLarge' },
        ],
      },
    });
    const stricter = {
      ...programme,
      forms: programme.forms.map((form) => ({
        ...form,
        sections: form.sections.map((section) => ({
          ...section,
          fields: section.fields.map((field) => ({
            ...field,
            required: field.required || field.id === 'travelMinutes' || field.id === 'note',
          })),
        })),
      })),
    };
    expect(formAnswers(visit({}), { programme: stricter, context })).toMatchObject({
      ok: false,
      problem: {
        fields: [
          { path: 'answers.travelMinutes', reason: 'required' },
          { path: 'note', reason: 'required' },
        ],
      },
    });
    expect(formAnswers(visit({ outcome: 'notMet' }), { programme: stricter, context })).toEqual({ ok: true, value: {} });
  });
});
