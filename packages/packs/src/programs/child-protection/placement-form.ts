// What is asked of an emergency placement beyond the act itself: whether the child was heard (兒少權法 60 asks for it; domain 09 L21) and the school told (D0050009-8-II).

import type { Form } from '@anwang/core/forms';
import { field, optionsOf } from '../../shared/forms.ts';
import { label } from '../../shared/write.ts';

const heard = (value: boolean) => ({ op: 'eq', left: { ref: 'answers.heard' }, right: { value } }) as const;

/** The record of an emergency placement. */
export const placementForm: Form = {
  id: 'placement',
  version: '1',
  label: label('緊急安置紀錄', 'Record of an emergency placement'),
  sections: [
    {
      id: 'placing',
      label: label('安置', 'The placement'),
      fields: [
        field('ground', 'choice', 'placement.ground', '安置事由', 'Ground', {
          required: true,
          unknownAllowed: false,
          options: optionsOf('art56'),
          answeredBy: 'ground',
        }),
        field('kind', 'choice', 'placement.kind', '安置類型', 'Kind of place', {
          required: true,
          unknownAllowed: false,
          options: optionsOf('placementType'),
          answeredBy: 'kind',
        }),
        // A hidden contact of the child, and no part of this form as kept (house law 8).
        field('place', 'text', 'placement.place', '安置處所', 'Where', { answeredBy: 'place' }),
        field('heard', 'yesNo', 'placement.heard', '已詢問兒少意願', 'The child was asked', {
          required: true,
          unknownAllowed: false,
          help: label('兒少權法 60 條：應詢問兒少意見', 'Art. 60: the child is to be heard'),
        }),
        field('wish', 'paragraph', 'child.wish', '兒少意願', "The child's wish", {
          required: true,
          showWhen: heard(true),
          help: label('用孩子自己的話；不要寫安置處所', "In the child's own words; do not write where the place is"),
        }),
        field('notHeard', 'text', 'placement.notHeard', '未能詢問的原因', 'Why the child was not asked', {
          required: true,
          showWhen: heard(false),
        }),
        field('schoolTold', 'yesNo', 'placement.schoolTold', '已通知就讀學校及教育主管機關', 'School and education authority told', {
          help: label('兒少在學者；D0050009-8-II', 'For a child at school'),
        }),
      ],
    },
  ],
};
