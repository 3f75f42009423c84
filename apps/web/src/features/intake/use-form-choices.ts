// The question for the choices of the report form.
import { useQuery } from '@tanstack/react-query';
import { publicApi } from '../../client/public-api.ts';

/** The choices, asked once an hour at most. */
export function useFormChoices() {
  return useQuery({ queryKey: ['intake', 'form'], queryFn: () => publicApi.form({}), staleTime: 3_600_000 });
}
