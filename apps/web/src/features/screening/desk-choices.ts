// The grounds and needs that the desk may tick: the same lists as on the public form.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import type { Choice } from '../../ui/inputs.tsx';
import { useLabel } from '../../words/label.ts';

/** Choices for confirming a report. */
export function useFormChoicesForDesk(): { grounds: Choice[]; needs: Choice[] } {
  const label = useLabel();
  const { data } = useQuery({ queryKey: ['intake', 'form'], queryFn: () => api.intake.form({}), staleTime: 3_600_000 });
  const list = (coded: readonly { code: string; label: { zh: string; en: string } }[] | undefined) =>
    (coded ?? []).map((each) => ({ value: each.code, label: label(each.label) }));
  return { grounds: list(data?.grounds), needs: list(data?.needs) };
}
