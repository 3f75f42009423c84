// The exact cases behind a number, as far as the viewer may read them.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PaneHead } from '../../ui/Section.tsx';
import { Empty } from '../../ui/states.tsx';
import { TabBar } from '../../ui/TabBar.tsx';
import { formatDate, m } from '../../words/index.ts';
import { useConceptWords, useDistrictWords, useProgrammeWords } from '../../words/label.ts';
import { behindWords } from './behind-words.ts';
import { useMeasure } from './MeasureDetail.tsx';
import styles from './Measures.module.css';

type Props = {
  measureId: string;
  span: { from?: string; to?: string };
  part: 'numerator' | 'denominator' | 'missed';
  district: string | undefined;
};

/** A key for each line: a case with several children counts several times, at one moment even. */
function keys(): (row: { id: string; at: string }) => string {
  const times = new Map<string, number>();
  return ({ id, at }) => {
    const nth = (times.get(`${id} ${at}`) ?? 0) + 1;
    times.set(`${id} ${at}`, nth);
    return `${id} ${at} ${nth}`;
  };
}

/** The right pane. */
export function CasesBehind({ measureId, span, part, district }: Props) {
  const [, setUrl] = useUrl('part', 'district');
  const word = useConceptWords();
  const programme = useProgrammeWords();
  const districtWord = useDistrictWords();
  const query = useInfiniteQuery({
    queryKey: ['measures', 'open', measureId, span, part, district],
    queryFn: ({ pageParam }) =>
      api.measures.open({
        measureId,
        ...span,
        part,
        ...(district ? { district } : {}),
        limit: 50,
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  // The figure itself counts all; the list below holds what this viewer may read of it.
  const one = useMeasure(measureId, span).data;
  const figure = district ? one?.districts.find((each) => each.district === district) : one?.total;
  const name = district ? districtWord(district) : m.all_districts();
  const rows = (query.data?.pages ?? []).flatMap((page) => page.rows);
  const keyOf = keys();
  return (
    <section className={styles.cases} aria-label={m.cases_behind()}>
      <PaneHead
        title={m.cases_behind()}
        note={name}
        end={
          <Button tone="bare" size="small" aria-label={m.close()} onClick={() => setUrl({ part: undefined })}>
            <Icon name="close" />
          </Button>
        }
      />
      <TabBar
        label={m.cases_behind()}
        param="part"
        current={part}
        tabs={[
          { id: 'numerator', label: m.numerator_short(), count: figure?.numerator ?? undefined },
          { id: 'denominator', label: m.denominator_short(), count: figure?.denominator ?? undefined },
          { id: 'missed', label: m.missed() },
        ]}
      />
      {query.data ? (
        rows.length === 0 ? (
          <Empty title={m.cases_behind_none()}>{m.cases_behind_none_more()}</Empty>
        ) : (
          <ul>
            {rows.map((row) => (
              <li key={keyOf(row)}>
                <div className="row">
                  <Link to={row.kind === 'case' ? `/cases/${row.id}` : `/screening?report=${row.id}`}>
                    <b>{row.number}</b>
                  </Link>
                  <span className="sp" />
                  <span className="t-xs i2">{formatDate(row.at)}</span>
                </div>
                <div className="t-xs i2">
                  {[
                    row.title,
                    districtWord(row.district),
                    behindWords(row.kind, row.facts, { programme, channel: (code) => word(code, 'channel') }),
                  ]
                    .filter(Boolean)
                    .join(m.clause_mark())}
                </div>
              </li>
            ))}
          </ul>
        )
      ) : (
        <Shown query={query}>{() => null}</Shown>
      )}
      {query.hasNextPage && (
        <div className="pad">
          <Button size="small" onClick={() => void query.fetchNextPage()}>
            {m.more()}
          </Button>
        </div>
      )}
      <p className={styles.note}>
        <Icon name="eye" />
        {m.cases_behind_note()}
      </p>
    </section>
  );
}
