// The safety plan of a victim: what happened, who saw it, what the court ordered, how she can be reached in safety (domain 02 §2.3, §2.4).
// What happened and what the court ordered goes along to another county; how she keeps herself safe, and when she can be called, does not: that report may name both sides.

import type { Form } from '@anwang/core/forms';
import { field, optionsOf } from '../../shared/forms.ts';
import { label } from '../../shared/write.ts';

/** The safety plan. */
export const safetyForm: Form = {
  id: 'ipv-safety',
  version: '1',
  label: label('安全計畫', 'Safety plan'),
  sections: [
    {
      id: 'violence',
      label: label('暴力情形', 'The violence'),
      fields: [
        field('violence', 'choices', 'ipv.violence', '暴力型態', 'Forms of violence', {
          required: true,
          options: optionsOf('violence'),
          handedOn: true,
        }),
        field('relation', 'choice', 'ipv.relation', '與相對人關係', 'Relation to the respondent', { options: optionsOf('ipvRelation') }),
        field('childWitness', 'integer', 'ipv.childWitness', '目睹兒少人數', 'Child witnesses', { min: 0, max: 20 }),
      ],
    },
    {
      id: 'order',
      label: label('保護令', 'Protection order'),
      fields: [
        field('orderStatus', 'choice', 'ipv.orderStatus', '保護令', 'Protection order', {
          required: true,
          options: optionsOf('orderStatus'),
          handedOn: true,
        }),
        field('orderItems', 'choices', 'ipv.orderItems', '款項', 'Items', {
          options: optionsOf('orderItems'),
          handedOn: true,
          showWhen: { op: 'in', left: { ref: 'answers.orderStatus' }, right: { value: ['emergency', 'temporary', 'ordinary'] } },
        }),
      ],
    },
    {
      id: 'safety',
      label: label('安全', 'Safety'),
      fields: [
        field('plan', 'paragraph', 'ipv.safetyPlan', '安全計畫', 'Safety plan', { required: true }),
        field('safeTime', 'text', 'ipv.safeContactTime', '安全聯絡時間', 'Safe time to call', { maxLength: 200 }),
        field('willing', 'yesNo', 'ipv.willingToBeSearched', '同意相對人協尋', 'Agrees that the respondent may search'),
      ],
    },
  ],
};
