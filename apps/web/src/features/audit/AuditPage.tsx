// The audit viewer: whether the log proves itself, and who saw or did what, to whom, for which purpose. Filters stand in the URL.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { purposeWord } from '../../frame/purpose-words.ts';
import { useUrl } from '../../frame/url.ts';
import { AuditState } from '../../log/AuditState.tsx';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateInput } from '../../ui/DateInput.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SelectInput } from '../../ui/inputs.tsx';
import { type ListColumn, ListTable } from '../../ui/ListTable.tsx';
import { Empty, NoPermission } from '../../ui/states.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useJobTitle } from '../../words/job-title.ts';
import { isDay } from '../../words/roc-date.ts';
import styles from './Audit.module.css';
import { actChoices, actorWord, actWord, detailWords, thingWord } from './act-words.ts';
import { EmergencyUses } from './EmergencyUses.tsx';
import { ExportButton } from './ExportButton.tsx';
import { Finder } from './Finder.tsx';
import { faultOfFilter, kinds, readAuditFilter } from './filter.ts';

type Row = Awaited<ReturnType<typeof api.audit.list>>['rows'][number];

/** The audit page. */
export function AuditPage() {
  const me = useMe();
  if (!may(me, 'audit.read'))
    return (
      <div className="page">
        <h1 className="vh">{m.room_audit()}</h1>
        <NoPermission />
      </div>
    );
  return <Rooms />;
}

/** The log, and the uses of emergency access. */
function Rooms() {
  const [url, setUrl] = useUrl('tab', 'case', 'person', 'report');
  const tab = url.tab === 'emergency' || url.tab === 'openings' ? url.tab : 'log';
  const onThing = useCallback((kind: 'case' | 'person' | 'report', id: string) => setUrl({ tab: undefined, [kind]: id }), [setUrl]);
  return (
    <div className={styles.rooms}>
      <h1 className="vh">{m.room_audit()}</h1>
      <TabBar
        label={m.room_audit()}
        current={tab}
        tabs={[
          { id: 'log', label: m.audit_log() },
          { id: 'openings', label: m.audit_openings() },
          { id: 'emergency', label: m.breakglass() },
        ]}
      />
      {tab === 'emergency' ? <EmergencyUses onThing={onThing} /> : <Audit key={tab} openings={tab === 'openings'} />}
    </div>
  );
}

/** The log; `openings`: only who opened the identity of a reporter, and why. */
function Audit({ openings }: { openings: boolean }) {
  const jobTitle = useJobTitle();
  const [url, setUrl] = useUrl('actor', 'person', 'case', 'report', 'route', 'from', 'to');
  const filter = { ...readAuditFilter(url), ...(openings ? { action: 'reporter.open' } : {}) };
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const wrong = faultOfFilter(url);
  const log = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) => api.audit.list({ ...filter, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) }),
    enabled: wrong === undefined,
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const state = useQuery({ queryKey: ['audit', 'state'], queryFn: () => api.audit.state({}), refetchInterval: 30_000 });
  const rows = useMemo(() => (log.data?.pages ?? []).flatMap((page) => page.rows), [log.data]);
  const columns = useMemo(
    (): ListColumn<Row>[] => [
      { id: 'at', header: m.audit_at(), width: 140, cell: (row) => formatMoment(row.at) },
      {
        id: 'actor',
        header: m.audit_actor(),
        width: 132,
        cell: (row) => (
          <Button tone="bare" size="small" onClick={() => setUrl({ actor: row.actorId ?? undefined })}>
            {actorWord(row.actorName) ?? m.audit_system()}
          </Button>
        ),
      },
      { id: 'role', header: m.audit_role(), width: 104, cell: (row) => jobTitle(row.role) },
      { id: 'purpose', header: m.audit_purpose(), width: 96, cell: (row) => purposeWord(row.purpose) },
      {
        id: 'route',
        header: m.audit_route(),
        width: 232,
        cell: (row) => (
          <span title={row.route} data-raw>
            {actWord(row.route)} {row.action === 'session.refused' && <Badge tone="attention">{m.audit_refused()}</Badge>}{' '}
            <span className="i3 t-xs" data-raw>
              {row.route}
            </span>
          </span>
        ),
      },
      {
        id: 'objects',
        header: m.audit_objects(),
        cell: (row) => (
          <span className="row">
            {row.objects.slice(0, 3).map((each) => (
              <Button
                key={each.id}
                tone="bare"
                size="small"
                title={each.id}
                onClick={() => setUrl(each.kind in kinds ? { [each.kind]: each.id } : {})}
              >
                {thingWord(each.kind)} {each.number ?? each.id.slice(-6)}
              </Button>
            ))}
            {row.objects.length > 3 ? `+${row.objects.length - 3}` : ''}
          </span>
        ),
      },
      { id: 'count', header: m.audit_count(), width: 56, numeric: true, cell: (row) => row.resultCount ?? '' },
      {
        id: 'reason',
        header: m.audit_reason(),
        width: 220,
        cell: (row) => (
          <span title={row.reason ?? row.basis ?? ''} data-raw={row.reason ? undefined : true}>
            {row.breakGlass && <Badge tone="attention">{m.breakglass()}</Badge>}{' '}
            {row.reason ?? <span className="i3 t-xs">{row.basis ? detailWords(row.basis) : ''}</span>}
          </span>
        ),
      },
      { id: 'sealed', header: m.audit_sealed(), width: 64, cell: (row) => (row.sealed ? m.yes() : m.audit_not_yet()) },
    ],
    [setUrl, jobTitle],
  );
  const chosen = (['person', 'case', 'report', 'actor'] as const).flatMap((kind) => {
    const id = url[kind];
    return id === undefined ? [] : [{ kind, words: names[id] ?? id.slice(-6) }];
  });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Shown query={state} skeleton={<span className="i3">{m.loading()}</span>}>
          {(data) => <AuditState state={data} />}
        </Shown>
      </header>
      <div className={styles.filter}>
        <DateInput
          label={m.audit_from()}
          value={url.from ?? null}
          onChange={(from) => setUrl({ from: isDay(from) ? from : undefined }, true)}
        />
        <DateInput label={m.audit_to()} value={url.to ?? null} onChange={(to) => setUrl({ to: isDay(to) ? to : undefined }, true)} />
        {!openings && (
          <SelectInput
            label={m.audit_route()}
            value={url.route ?? ''}
            empty={m.all()}
            choices={actsWith(url.route)}
            onChange={(route) => setUrl({ route }, true)}
          />
        )}
        <Finder
          onChoose={(kind, id, words) => {
            setNames({ ...names, [id]: words });
            setUrl({ actor: undefined, person: undefined, case: undefined, report: undefined, [kind]: id });
          }}
        />
      </div>
      <div className={styles.chosen}>
        <ExportButton
          filter={filter}
          off={wrong !== undefined || rows.length === 0}
          words={[
            ...chosen.map(({ kind, words }) => `${thingWord(kind)} ${words} ${url[kind] ?? ''}`),
            url.from ? `${m.audit_from()} ${url.from}` : '',
            url.to ? `${m.audit_to()} ${url.to}` : '',
            url.route ? actWord(url.route) : '',
            openings ? m.audit_openings() : '',
          ]
            .filter(Boolean)
            .join(m.list_mark())}
        />
        {chosen.map(({ kind, words }) => (
          <Button
            key={kind}
            size="small"
            aria-label={m.filter_remove({ name: `${thingWord(kind)} ${words}` })}
            onClick={() => setUrl({ [kind]: undefined })}
          >
            {thingWord(kind)} {words}
            <Icon name="close" />
          </Button>
        ))}
      </div>
      {wrong ? (
        <Empty title={m.audit_filter_wrong()}>{wrong === 'id' ? m.audit_id_wrong() : m.audit_span_wrong()}</Empty>
      ) : log.data ? (
        rows.length === 0 ? (
          <Empty title={openings ? m.audit_openings_none() : m.audit_empty()}>
            {openings ? m.audit_openings_none_more() : m.audit_empty_more()}
          </Empty>
        ) : (
          <ListTable<Row>
            label={m.room_audit()}
            rows={rows}
            columns={columns}
            rowId={(row) => row.id}
            rowName={(row) => row.route}
            onEnd={() => log.hasNextPage && void log.fetchNextPage()}
          />
        )
      ) : (
        <Shown query={log}>{() => null}</Shown>
      )}
    </div>
  );
}

/** The acts there are, and the one of the address where it has no words (a job, the command line). */
function actsWith(route: string | undefined) {
  const choices = actChoices();
  return !route || choices.some((each) => each.value === route) ? choices : [{ value: route, label: route }, ...choices];
}
