// Worklists: views with counts, the filter as a sentence, rows by time left, selection with what can be done to all of it. Everything is in the URL.
import { contract } from '@anwang/contract';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { may, mayUse, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { type ListColumn, ListTable } from '../../ui/ListTable.tsx';
import { useNarrow } from '../../ui/narrow.ts';
import { Empty, NoPermission } from '../../ui/states.tsx';
import { statusWord } from '../../words/case-status.ts';
import { formatDate, m, useLanguage } from '../../words/index.ts';
import { useConceptWords, useDistrictWords, useLabel } from '../../words/label.ts';
import { BulkBar } from './BulkBar.tsx';
import styles from './CaseList.module.css';
import { ColumnChooser } from './ColumnChooser.tsx';
import { FilterSentence } from './FilterSentence.tsx';
import { isChanged, readFilter } from './filter.ts';
import { ListCount } from './ListCount.tsx';
import { type CaseRow, useCases } from './queries.ts';
import { UndoReassign } from './UndoReassign.tsx';
import { type CaseFlag, flagWord, useFlags } from './use-flags.ts';
import { ViewTabs } from './ViewTabs.tsx';

/** The case list. */
export function CaseListPage() {
  const me = useMe();
  if (!mayUse(me, contract.cases.list))
    return (
      <div className="page">
        <h1 className="vh">{m.room_cases()}</h1>
        <NoPermission />
      </div>
    );
  return <CaseList start={may(me, 'case.assign') ? 'unit' : 'mine'} />;
}

function useColumns(flags: ReadonlyMap<string, readonly CaseFlag[]>): ListColumn<CaseRow>[] {
  const district = useDistrictWords();
  const label = useLabel();
  const word = useConceptWords();
  const english = useLanguage() === 'en';
  const narrow = useNarrow();
  return useMemo(() => {
    // English words are longer: other columns give way, so that 1440 pixels hold them all; what is cut is read by resting on it.
    const wide = (zh: number, en: number) => (english ? en : zh);
    return [
      {
        id: 'due',
        header: m.col_time_left(),
        width: wide(148, 180),
        sortable: true,
        cell: (row) =>
          row.nextDue ? (
            <Clock start={row.lastContactAt ?? row.receivedAt} due={row.nextDue} layout="list" />
          ) : (
            <span className="i3">{m.no_clock()}</span>
          ),
      },
      {
        id: 'family',
        header: m.col_family(),
        width: wide(112, 120),
        cell: (row) => (
          <Link to={`/cases/${row.id}`}>
            <b>{row.title ?? m.unnamed()}</b>
          </Link>
        ),
      },
      { id: 'number', header: m.col_number(), width: wide(116, 110), cell: (row) => <span className="i2">{row.number}</span> },
      { id: 'programme', header: m.programme(), width: wide(96, 118), cell: (row) => label(row.programmeLabel) },
      { id: 'stage', header: m.stage(), width: wide(96, 96), cell: (row) => label(row.stageLabel) || statusWord(row.status) },
      {
        id: 'risk',
        header: m.band_label(),
        width: wide(72, 84),
        cell: (row) => (row.risk ? <Ladder band={row.risk} /> : <span className="i3">{m.unknown()}</span>),
      },
      { id: 'lead', header: m.lead(), width: 72, cell: (row) => row.leadName ?? <span className="att">{m.not_assigned()}</span> },
      { id: 'district', header: m.district(), width: wide(72, 104), cell: (row) => district(row.districtName) },
      {
        id: 'lastContact',
        header: m.last_contact(),
        width: wide(88, 92),
        numeric: true,
        sortable: true,
        cell: (row) => (row.lastContactAt ? formatDate(row.lastContactAt) : m.none()),
      },
      {
        id: 'received',
        header: m.received_at(),
        width: wide(88, 92),
        numeric: true,
        sortable: true,
        cell: (row) => formatDate(row.receivedAt),
      },
      { id: 'needs', header: m.needs(), width: wide(176, 64), cell: (row) => row.needs.map((each) => word(each)).join(m.list_mark()) },
      { id: 'next', header: m.col_next(), width: wide(88, 96), cell: (row) => label(row.nextRule) },
      {
        id: 'flags',
        header: m.flag(),
        width: wide(116, 112),
        cell: (row) => (
          <span className={styles.flags}>
            {narrow && !flags.has(row.id) && row.placed === 0 && m.none()}
            {row.placed > 0 && <Badge tone="attention">{m.placed_n({ n: row.placed })}</Badge>}
            {flags.get(row.id)?.map((flag) => (
              <Badge key={flag} tone={flag === 'shared' ? 'teal' : 'plain'}>
                {flagWord(flag)}
              </Badge>
            ))}
          </span>
        ),
      },
    ];
  }, [label, word, district, english, narrow, flags]);
}

function CaseList({ start }: { start: 'unit' | 'mine' }) {
  const [url, setUrl] = useUrl('view', 'programme', 'status', 'risk', 'district', 'unit', 'lead', 'sort', 'hide');
  const navigate = useNavigate();
  const filter = useMemo(() => readFilter(url, start), [url, start]);
  const cases = useCases(filter);
  const rows = useMemo(() => (cases.data?.pages ?? []).flatMap((page) => page.rows), [cases.data]);
  // What was chosen under one filter is not chosen under the next, where it may not be seen.
  const asked = JSON.stringify(filter);
  const [choice, setChoice] = useState<{ asked: string; ids: Set<string> }>({ asked, ids: new Set() });
  const chosen = choice.asked === asked ? choice.ids : new Set<string>();
  const setChosen = (ids: Set<string>) => setChoice({ asked, ids });
  const hidden = useMemo(() => (url.hide ?? '').split(',').filter(Boolean), [url.hide]);
  const pages = useMemo(() => (cases.data?.pages ?? []).map((page) => page.rows.map((row) => row.id)), [cases.data]);
  const flags = useFlags(pages, !hidden.includes('flags'));
  const columns = useColumns(flags);
  return (
    <div className={styles.list}>
      <h1 className="vh">{m.room_cases()}</h1>
      <ViewTabs current={filter.view ?? start} changed={isChanged(filter)} />
      <FilterSentence key={filter.view} filter={filter} onChange={setUrl}>
        {cases.data && <ListCount filter={filter} rows={rows.length} more={cases.hasNextPage} />}
        <ColumnChooser columns={columns} hidden={hidden} onChange={(hide) => setUrl({ hide: hide.join(',') })} />
      </FilterSentence>
      {cases.data ? (
        rows.length === 0 ? (
          <Empty title={m.cases_empty()}>{m.cases_empty_more()}</Empty>
        ) : (
          <ListTable<CaseRow>
            key={asked}
            place={`cases ${asked}`}
            label={m.room_cases()}
            rows={rows}
            columns={columns}
            hidden={hidden}
            rowId={(row) => row.id}
            rowName={(row) => `${row.title ?? m.unnamed()} ${row.number}`}
            onOpen={(row) => void navigate({ to: `/cases/${row.id}` })}
            selection={{ chosen, onChange: setChosen }}
            sort={{
              by: filter.sort === 'newest' ? 'received' : (filter.sort ?? 'due'),
              down: filter.sort === 'newest',
              onSort: (by) => setUrl({ sort: by === 'received' && filter.sort !== 'newest' ? 'newest' : by }),
            }}
            onEnd={() => cases.hasNextPage && void cases.fetchNextPage()}
          />
        )
      ) : (
        <Shown query={cases}>{() => null}</Shown>
      )}
      {cases.isFetchNextPageError && (
        <p className="row pad" role="alert">
          {m.list_more_failed()}
          <Button size="small" busy={cases.isFetchingNextPage} onClick={() => void cases.fetchNextPage()}>
            {m.try_again()}
          </Button>
        </p>
      )}
      <UndoReassign />
      {chosen.size > 0 && <BulkBar rows={rows.filter((row) => chosen.has(row.id))} onDone={() => setChosen(new Set())} />}
    </div>
  );
}
