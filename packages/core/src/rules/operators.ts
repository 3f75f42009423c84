// Which comparisons exist? One table: symbol, words for people, what may stand on either side. Editor, checker and explainer all read it.

import type { Label } from '../lang/label.ts';

/** Comparison operators. `in`: left is one of the values on the right. `has`: the list on the left holds one of the values on the right. */
export type ComparisonOp = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'has';

/** An operator in words, as it is and denied, and the kinds it takes. */
export type Operator = { readonly label: Label; readonly denied: Label; readonly sides: 'scalar' | 'order' | 'memberOf' | 'listHas' };

/** All operators. */
export const operators: Readonly<Record<ComparisonOp, Operator>> = {
  eq: { label: { zh: '為', en: 'is' }, denied: { zh: '不為', en: 'is not' }, sides: 'scalar' },
  ne: { label: { zh: '不為', en: 'is not' }, denied: { zh: '為', en: 'is' }, sides: 'scalar' },
  lt: { label: { zh: '小於', en: 'is less than' }, denied: { zh: '不小於', en: 'is not less than' }, sides: 'order' },
  lte: { label: { zh: '不超過', en: 'is at most' }, denied: { zh: '超過', en: 'is more than' }, sides: 'order' },
  gt: { label: { zh: '超過', en: 'is more than' }, denied: { zh: '不超過', en: 'is at most' }, sides: 'order' },
  gte: { label: { zh: '至少', en: 'is at least' }, denied: { zh: '未達', en: 'is below' }, sides: 'order' },
  in: { label: { zh: '屬於', en: 'is one of' }, denied: { zh: '不屬於', en: 'is none of' }, sides: 'memberOf' },
  has: { label: { zh: '包含', en: 'includes' }, denied: { zh: '不包含', en: 'does not include' }, sides: 'listHas' },
};

/** Joining words. */
export const connectives = {
  all: { zh: '且', en: ' and ' },
  any: { zh: '或', en: ' or ' },
  known: { zh: '已知', en: 'is known' },
  unknown: { zh: '未知', en: 'is not known' },
} as const satisfies Record<string, Label>;
