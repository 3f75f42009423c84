// Places and choices of the report form, as the server states them; every list has its words in both languages.
import type { OutputOf } from '@anwang/contract';
import type { Choice } from '../../ui/inputs.tsx';
import { language } from '../../words/index.ts';

type Coded = { code: string; label: { zh: string; en: string } };

/** What the form offers. */
export type FormChoices = OutputOf<'intake', 'form'>;

/** Coded words as choices of a control. */
export function toChoices(list: readonly Coded[]): Choice[] {
  return list.map((each) => ({ value: each.code, label: language() === 'en' ? each.label.en : each.label.zh }));
}

/** The same for a control whose empty line says “not known” already. */
export function toKnownChoices(list: readonly Coded[]): Choice[] {
  return toChoices(list.filter((each) => each.code !== 'unknown'));
}

/** Places as choices of a control. */
export function toPlaces(list: readonly { id: string; name: Coded['label'] }[]): Choice[] {
  return list.map((each) => ({ value: each.id, label: language() === 'en' ? each.name.en : each.name.zh }));
}
