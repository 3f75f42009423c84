// The investigation report of child protection: what D0050009 art. 7 asks of class C1 (visit record, safety assessment, proposal), with the article's grounds.

import type { Form } from '@anwang/core/forms';
import { field, optionsOf } from '../../shared/forms.ts';
import { label } from '../../shared/write.ts';

/** The investigation report. */
export const investigationForm: Form = {
  id: 'investigation',
  version: '1',
  label: label('調查報告', 'Investigation report'),
  sections: [
    {
      id: 'child',
      label: label('兒少', 'The child'),
      fields: [
        field('seen', 'yesNo', 'child.seen', '已面見兒少', 'The child was seen', { required: true, unknownAllowed: false }),
        field('notSeenReason', 'paragraph', 'child.notSeenReason', '未面見原因', 'Why not', {
          required: true,
          showWhen: { op: 'eq', left: { ref: 'answers.seen' }, right: { value: false } },
        }),
        field('wish', 'paragraph', 'child.wish', '兒少意願', "The child's wish", {
          help: label('兒少權法 60 條：應詢問兒少意見', 'Art. 60: the child is to be heard'),
        }),
      ],
    },
    {
      id: 'finding',
      label: label('調查結果', 'Finding'),
      fields: [
        field('maltreatment', 'choices', 'child.maltreatment', '受虐類型', 'Kinds of maltreatment', {
          required: true,
          options: optionsOf('maltreatment'),
        }),
        field('art49', 'choices', 'child.art49', '49 條各款', 'Article 49 items', { options: optionsOf('art49') }),
        field('art56', 'choices', 'child.art56', '56 條各款', 'Article 56 items', { options: optionsOf('art56') }),
        field('result', 'paragraph', 'child.investigation', '調查經過與結果', 'What was found', { required: true }),
      ],
    },
  ],
};
