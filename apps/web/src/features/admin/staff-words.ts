// What kinds, districts and roles are called in a file: by their name, or by their code.
import { unitKind } from '@anwang/contract/shapes';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../client/api.ts';
import { useRoles } from './roles.ts';
import type { StaffWords } from './staff-csv.ts';
import { kindWord } from './unit.ts';

type Named = { id: string; label: { zh: string; en: string } };
const called = (word: string, { id, label }: Named): boolean => [id, label.zh, label.en].includes(word);

/** The words of this county; districts and roles in either language, kinds in that of the screen. */
export function useStaffWords(): StaffWords {
  const roles = useRoles().data?.roles;
  const places = useQuery({ queryKey: ['places'], queryFn: () => api.reference.places({}), staleTime: 3_600_000 }).data?.districts;
  return useMemo(
    () => ({
      kind: (word) => unitKind.options.find((each) => kindWord(each) === word) ?? word,
      district: (word) => places?.find((each) => called(word, { id: each.id, label: each.name }))?.id ?? word,
      role: (word) => roles?.find((each) => called(word, each)) ?? { id: word, reaches: [] },
    }),
    [roles, places],
  );
}
