// What each programme asks, by when and on what ground, as it holds in the own county: the data that the clocks and forms run on, to be read by whoever works under it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PaneHead, Section } from '../../ui/Section.tsx';
import { basisWord } from '../../words/basis.ts';
import { formatDate, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { limitWord, rhythmWord } from '../../words/limit.ts';
import { AdoptionPart } from './AdoptionPart.tsx';
import { ClockTable } from './ClockTable.tsx';
import styles from './Programmes.module.css';
import { listWord, markWord } from './rule-words.ts';

/** The page. */
export function ProgrammesPage() {
  const label = useLabel();
  const [url] = useUrl('programme');
  const list = useQuery({ queryKey: ['programmes'], queryFn: () => api.reference.programmes({}), staleTime: 3_600_000 });
  return (
    <div className={styles.page} data-print="flow">
      <section className={styles.list} aria-label={m.programmes_choose()} data-print="no">
        <PaneHead level={1} title={m.room_programmes()} />
        <Shown query={list}>
          {({ programmes }) => (
            <ul>
              {programmes.map((one) => (
                <li key={one.id}>
                  <Link
                    to="."
                    search={{ programme: one.id }}
                    className={styles.choice}
                    aria-current={one.id === (url.programme ?? programmes[0]?.id) ? 'true' : undefined}
                  >
                    {label(one.label)}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Shown>
      </section>
      <section className={styles.detail}>
        <Shown query={list}>
          {({ programmes }) => {
            const id = url.programme ?? programmes[0]?.id;
            return id === undefined ? null : <Rules key={id} id={id} />;
          }}
        </Shown>
      </section>
    </div>
  );
}

function Rules({ id }: { id: string }) {
  const label = useLabel();
  const rules = useQuery({
    queryKey: ['programmes', 'rules', id],
    queryFn: () => api.reference.rules({ programme: id }),
    staleTime: 3_600_000,
  });
  return (
    <Shown query={rules}>
      {(data) => (
        <>
          <PaneHead
            title={label(data.label)}
            note={
              m.programme_version({ version: data.version, date: formatDate(data.validFrom) }) +
              (data.version.includes('+') ? m.clause_mark() + m.programme_from_county() : '')
            }
            end={
              <Button size="small" onClick={() => window.print()}>
                <Icon name="print" />
                {m.print()}
              </Button>
            }
          />
          <p className={styles.note}>
            {data.basis.map((one) => `${basisWord(one.text)}${m.in_brackets({ text: markWord(one.mark) })}`).join(m.clause_mark())}
          </p>
          <Section title={m.programme_clocks()} as="h3" />
          <ClockTable clocks={data.clocks} />
          <p className={styles.note}>{m.marks_note()}</p>
          <AdoptionPart programme={id} />
          <div className={styles.parts}>
            <div>
              <Section title={m.programme_stages()} />
              <ol className={styles.items}>
                {data.stages.map((one) => (
                  <li key={one.id}>
                    {label(one.label)} {one.renamed && <Badge tone="teal">{m.renamed_here()}</Badge>}
                  </li>
                ))}
              </ol>
            </div>
            <div>
              <Section title={m.programme_instruments()} />
              <ul className={styles.items}>
                {data.instruments.map((one) => (
                  <li key={one.id}>
                    {label(one.label)} <span className="i3 t-xs">{m.version_n({ n: one.version })}</span>
                  </li>
                ))}
              </ul>
              {data.levels.length > 0 && (
                <>
                  <Section title={m.programme_levels()} />
                  <ul className={styles.items}>
                    {data.levels.map((one) => (
                      <li key={one.id}>
                        {label(one.label)} {rhythmWord(one.visitsPerMonth)}
                        {m.in_brackets({ text: m.limit_within({ limit: limitWord(one.limit) }) })}{' '}
                        {one.national !== one.visitsPerMonth && (
                          <Badge tone="teal">{m.limit_national({ limit: rhythmWord(one.national) })}</Badge>
                        )}{' '}
                        <span className="i3 t-xs">
                          {basisWord(one.basis.text)}
                          {m.in_brackets({ text: markWord(one.basis.mark) })}
                        </span>
                      </li>
                    ))}
                  </ul>
                  <p className={styles.note}>{m.levels_note()}</p>
                </>
              )}
            </div>
            <div>
              <Section title={m.programme_added()} />
              <ul className={styles.items}>
                {data.added.map((one) => (
                  <li key={`${one.to} ${one.what.code}`}>
                    <span className="i2">{listWord(one.to)}</span> {label(one.what.label)}
                  </li>
                ))}
                {data.added.length === 0 && <li className="i2">{m.programme_added_none()}</li>}
              </ul>
            </div>
          </div>
        </>
      )}
    </Shown>
  );
}
