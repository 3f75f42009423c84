// What the desk may choose from: the grounds, needs and counties of the public form; the units that could take a report.
import type { OutputOf } from '@anwang/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import type { Choice } from '../../ui/inputs.tsx';
import { useLabel } from '../../words/label.ts';

const none: OutputOf<'screening', 'units'>['units'] = [];

const useForm = () => useQuery({ queryKey: ['intake', 'form'], queryFn: () => api.intake.form({}), staleTime: 3_600_000 }).data;

/** Choices for confirming a report. */
export function useFormChoicesForDesk(): { grounds: Choice[]; needs: Choice[] } {
  const label = useLabel();
  const data = useForm();
  const list = (coded: readonly { code: string; label: { zh: string; en: string } }[] | undefined) =>
    (coded ?? []).map((each) => ({ value: each.code, label: label(each.label) }));
  return { grounds: list(data?.grounds), needs: list(data?.needs) };
}

/** The counties that have a desk in this system. */
export function useCounties(): readonly { id: string; name: { zh: string; en: string } }[] {
  return useForm()?.counties ?? [];
}

/** The units that could take a programme of a report, the fitting first; none while no programme is chosen. */
export function useReportUnits(reportId: string, programme: string): OutputOf<'screening', 'units'>['units'] {
  const { data } = useQuery({
    queryKey: ['screening', 'units', reportId, programme],
    queryFn: () => api.screening.units({ reportId, programme }),
    enabled: programme !== '',
    staleTime: 60_000,
  });
  return data?.units ?? none;
}
