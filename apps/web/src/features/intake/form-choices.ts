// Places and choices of the report form, as the server states them; every list has its words in both languages.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import type { Choice } from '../../ui/inputs.tsx';
import { language } from '../../words/index.ts';

type Coded = { code: string; label: { zh: string; en: string } };

/** The question for the form's choices. */
export function useFormChoices() {
  return useQuery({ queryKey: ['intake', 'form'], queryFn: () => api.intake.form({}), staleTime: 3_600_000 });
}

export type FormChoices = NonNullable<ReturnType<typeof useFormChoices>['data']>;

/** Coded words as choices of a control. */
export function toChoices(list: readonly Coded[]): Choice[] {
  return list.map((each) => ({ value: each.code, label: language() === 'en' ? each.label.en : each.label.zh }));
}

/** Places as choices of a control. */
export function toPlaces(list: readonly { id: string; name: Coded['label'] }[]): Choice[] {
  return list.map((each) => ({ value: each.id, label: language() === 'en' ? each.name.en : each.name.zh }));
}
