// The question for the choices of the report form.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';

/** The choices, asked once an hour at most. */
export function useFormChoices() {
  return useQuery({ queryKey: ['intake', 'form'], queryFn: () => api.intake.form({}), staleTime: 3_600_000 });
}
