// Accounts of the county: find, open a new one, change, close, rights, first password, end sessions. Changes act at the account's next request.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { type ListColumn, ListTable } from '../../ui/ListTable.tsx';
import { Empty } from '../../ui/states.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useJobTitle } from '../../words/job-title.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Admin.module.css';
import { NewUserDialog } from './NewUserDialog.tsx';
import { useRoleWords } from './roles.ts';
import { StaffDialog } from './StaffDialog.tsx';
import { UserDialog } from './UserDialog.tsx';
import type { User } from './user.ts';

/** The accounts tab. */
export function UsersTab() {
  const label = useLabel();
  const jobTitle = useJobTitle();
  const roleWord = useRoleWords();
  const [url, setUrl] = useUrl('text', 'user');
  const [creating, setCreating] = useState(false);
  const [importing, setImporting] = useState(false);
  const users = useInfiniteQuery({
    queryKey: ['admin', 'users', url.text],
    queryFn: ({ pageParam }) =>
      api.admin.users({ limit: 100, ...(url.text ? { text: url.text } : {}), ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const rows = useMemo(() => (users.data?.pages ?? []).flatMap((page) => page.rows), [users.data]);
  const open = rows.find((each) => each.id === url.user);
  // The account of an address may stand further down than the first page.
  const { hasNextPage, isFetching, fetchNextPage } = users;
  const sought = url.user !== undefined && !open && hasNextPage && !isFetching;
  useEffect(() => {
    if (sought) void fetchNextPage();
  }, [sought, fetchNextPage]);
  const columns = useMemo(
    (): ListColumn<User>[] => [
      {
        id: 'name',
        header: m.name(),
        width: 140,
        cell: (row) => (
          <Button tone="bare" size="small" onClick={() => setUrl({ user: row.id })}>
            {row.name}
          </Button>
        ),
      },
      { id: 'user', header: m.user_name(), width: 200, cell: (row) => row.userName },
      { id: 'title', header: m.job_title(), width: 120, cell: (row) => jobTitle(row.title) },
      { id: 'unit', header: m.unit(), width: 280, cell: (row) => label(row.unitName) },
      {
        id: 'roles',
        header: m.admin_roles(),
        cell: (row) => [...new Set(row.grants.map((grant) => roleWord(grant.role)))].join(m.list_mark()),
      },
      {
        id: 'state',
        header: m.state(),
        width: 96,
        cell: (row) => (row.active ? row.secondFactor ? <Badge>{m.second_factor_on()}</Badge> : '' : <Badge>{m.account_closed()}</Badge>),
      },
      { id: 'seen', header: m.last_seen(), width: 130, cell: (row) => (row.lastSeenAt ? formatMoment(row.lastSeenAt) : m.none()) },
    ],
    [label, jobTitle, roleWord, setUrl],
  );
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <TextInput label={m.search()} type="search" value={url.text ?? ''} onChange={(text) => setUrl({ text }, true)} />
        <Button onClick={() => setImporting(true)}>{m.staff_import()}</Button>
        <Link to="/recoveries">{m.recoveries()}</Link>
        <Button tone="primary" onClick={() => setCreating(true)}>
          {m.admin_new_user()}
        </Button>
      </div>
      {users.data ? (
        rows.length === 0 ? (
          <Empty title={m.admin_users_none()}>{m.admin_users_none_more()}</Empty>
        ) : (
          <ListTable<User>
            label={m.admin_users()}
            rows={rows}
            columns={columns}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            onOpen={(row) => setUrl({ user: row.id })}
            onEnd={() => hasNextPage && void fetchNextPage()}
          />
        )
      ) : (
        <Shown query={users}>{() => null}</Shown>
      )}
      {open && <UserDialog key={open.id} user={open} onClose={() => setUrl({ user: undefined })} />}
      {importing && <StaffDialog onClose={() => setImporting(false)} />}
      {creating && <NewUserDialog onClose={() => setCreating(false)} />}
    </div>
  );
}
