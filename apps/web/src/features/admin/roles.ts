// Roles in words, as the server states them.
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../client/api.ts';
import { may, useMe } from '../../session/me.ts';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';

/** The roles that may be granted. */
export function useRoles() {
  const me = useMe();
  return useQuery({
    queryKey: ['admin', 'roles'],
    queryFn: () => api.admin.roles({}),
    staleTime: 3_600_000,
    enabled: may(me, 'admin.users'),
  });
}

/** A role in the language of the screen. */
export function useRoleWords(): (role: string) => string {
  const label = useLabel();
  const { data } = useRoles();
  return useCallback(
    (role) => (role === 'sysAdmin' ? m.role_operator() : label(data?.roles.find((each) => each.id === role)?.label) || role),
    [data, label],
  );
}
