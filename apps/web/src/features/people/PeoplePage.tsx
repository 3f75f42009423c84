// Families and people: one box for name, ID, telephone, address, case and report number. What was looked for never stands in the address.
import { contract } from '@anwang/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { readProblem } from '../../client/problem.ts';
import { Shown } from '../../client/Shown.tsx';
import { ReportLink } from '../../reports/ReportLink.tsx';
import { useWaitingReports } from '../../reports/waiting-reports.ts';
import { mayUse, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { controlClass } from '../../ui/Field.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import { Empty, NoPermission } from '../../ui/states.tsx';
import { bornInWords } from '../../words/born.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useDistrictWords, useLabel } from '../../words/label.ts';
import { sexWord } from '../../words/person.ts';
import styles from './People.module.css';
import { WaitingReports } from './WaitingReports.tsx';

type Found = Awaited<ReturnType<typeof api.people.search>>;
type Row = Found['rows'][number];

const lastAsked = ['kept', 'people'];

/** The search page. */
export function PeoplePage() {
  const me = useMe();
  // Beside the answers, which are forgotten when the session ends: whoever comes back from a person finds the list that led there.
  const client = useQueryClient();
  const [asked, setAsked] = useState(() => client.getQueryData<string>(lastAsked) ?? '');
  const [typed, setTyped] = useState(asked);
  const found = useQuery({
    queryKey: ['people', 'search', asked],
    queryFn: () => api.people.search({ text: asked, limit: 50 }),
    enabled: asked !== '',
  });
  const waiting = useWaitingReports(asked);
  const problem = found.error ? readProblem(found.error) : undefined;
  const tooWide = problem?.code === 'queryTooWide' ? problem : undefined;
  if (!mayUse(me, contract.people.search))
    return (
      <div className="page">
        <h1 className="vh">{m.room_people()}</h1>
        <NoPermission />
      </div>
    );
  return (
    <div className={styles.search}>
      <search>
        <form
          className={styles.bar}
          onSubmit={(event) => {
            event.preventDefault();
            setAsked(typed.trim());
            client.setQueryData(lastAsked, typed.trim());
          }}
        >
          <h1 className="nw">{m.room_people()}</h1>
          <input
            className={controlClass}
            type="search"
            value={typed}
            maxLength={120}
            aria-label={m.search_placeholder()}
            placeholder={m.search_placeholder()}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" tone="primary">
            {m.search()}
          </Button>
        </form>
      </search>
      <WaitingReports found={waiting} />
      {asked === '' ? (
        <Empty title={m.people_start()}>{m.people_start_more()}</Empty>
      ) : tooWide ? (
        <Empty title={tooWide.sentence}>{m.people_too_wide()}</Empty>
      ) : (
        <Shown query={found}>{(data) => <Results found={data} asked={asked} waiting={(waiting?.rows.length ?? 0) > 0} />}</Shown>
      )}
    </div>
  );
}

function Results({ found, asked, waiting }: { found: Found; asked: string; waiting: boolean }) {
  const label = useLabel();
  const district = useDistrictWords();
  const navigate = useNavigate();
  if (found.rows.length + found.cases.length + found.reports.length === 0)
    return waiting ? null : <Empty title={m.search_nothing()}>{m.search_logged()}</Empty>;
  return (
    <>
      {(found.cases.length > 0 || found.reports.length > 0) && (
        <p className="row wrap pad">
          {found.cases.map((each) => (
            <Link key={each.id} to={`/cases/${each.id}`}>
              {each.number} {label(each.programmeLabel)}
            </Link>
          ))}
          {found.reports.map((each) => (
            <ReportLink
              key={each.id}
              id={each.id}
            >{`${m.report_number({ number: each.number })} ${formatMoment(each.receivedAt)}`}</ReportLink>
          ))}
        </p>
      )}
      {(found.cut || found.next !== null) && (
        <p className="pad i2" role="status">
          {m.search_cut({ n: found.rows.length })}
        </p>
      )}
      <div className={styles.list}>
        <ListTable<Row>
          key={asked}
          place={`people ${asked}`}
          label={m.search_people()}
          rows={found.rows}
          rowId={(row) => row.personId}
          rowName={(row) => row.name ?? m.unnamed()}
          onOpen={(row) => void navigate({ to: `/people/${row.personId}` })}
          columns={[
            {
              id: 'name',
              header: m.name(),
              width: 140,
              cell: (row) => (
                <Link to={`/people/${row.personId}`}>
                  <b>{row.name ?? m.unnamed()}</b>
                </Link>
              ),
            },
            { id: 'sex', header: m.report_sex(), width: 56, cell: (row) => sexWord(row.sex) },
            {
              id: 'birth',
              header: m.birth_date(),
              width: 120,
              cell: (row) =>
                row.birthDate === null
                  ? m.unknown()
                  : [bornInWords(row), row.age === null || row.birthPrecision === 'approximate' ? '' : m.age_years({ n: row.age })]
                      .filter(Boolean)
                      .join(' '),
            },
            { id: 'district', header: m.district(), width: 96, cell: (row) => district(row.district) },
            { id: 'open', header: m.open_cases_short(), width: 96, numeric: true, cell: (row) => (row.openCases > 0 ? row.openCases : '') },
            {
              id: 'why',
              header: m.why_found(),
              cell: (row) =>
                [row.deceased ? m.deceased() : '', ...row.why.map((each) => label(each.label))].filter(Boolean).join(m.list_mark()),
            },
          ]}
        />
      </div>
    </>
  );
}
