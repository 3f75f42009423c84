// What happened, newest first: one lane for this case, a second for the family's parallel case where the viewer may read it.
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Empty } from '../../ui/states.tsx';
import { Segments } from '../../ui/TabBar.tsx';
import { eventIcons } from '../../words/event-icons.ts';
import { factWords } from '../../words/fact-words.ts';
import { formatDay, formatMonth, formatTime, m } from '../../words/index.ts';
import { useLabel, useUnitWords } from '../../words/label.ts';
import styles from './Case.module.css';
import { useCaseWords } from './case-words.ts';
import { FormAnswers } from './FormAnswers.tsx';
import { actOfEvent } from './form-fields.ts';
import { mergeLanes } from './merge-lanes.ts';
import { type TimelineEntry, useTimeline, type Workspace } from './queries.ts';

type Laned = TimelineEntry & { lane: 'own' | 'other' };
const groups = {
  all: [],
  contacts: ['contactRecorded', 'visitRecorded', 'visitPlanned', 'visitChanged', 'visitMoved', 'visitCancelled', 'visitUnderWay'],
  reports: [
    'reportLinked',
    'caseDispatched',
    'transferProposed',
    'transferDecided',
    'transferReturned',
    'transferWithdrawn',
    'transferAccepted',
    'caseTakenOver',
    'statementAdopted',
    'moveProposed',
    'moveDecided',
    'moveReturned',
    'moveWithdrawn',
    'moveAccepted',
  ],
  assessments: [
    'assessmentCompleted',
    'assessmentNotDone',
    'openingProposed',
    'openingDecided',
    'closureProposed',
    'closureDecided',
    'proposalWithdrawn',
  ],
  network: ['referralSent', 'referralAnswered', 'referralReturned', 'collaboratorAdded', 'collaboratorEnded', 'shareGranted', 'shareEnded'],
} as const;

/** The timeline of the workspace. */
export function TimelineTab({ one }: { one: Workspace }) {
  const label = useLabel();
  const word = useCaseWords(one);
  const [url] = useUrl('kind');
  const kind = (Object.keys(groups) as (keyof typeof groups)[]).find((each) => each === url.kind) ?? 'all';
  const beside = one.siblings.find((each) => each.readable);
  const own = useTimeline(one.id);
  const other = useTimeline(beside?.id ?? one.id, beside !== undefined);
  const queries = beside ? [own, other] : [own];
  const lanes = queries.map((query, index) => ({
    entries: (query.data?.pages ?? [])
      .flatMap((page) => page.rows)
      .map((entry): Laned => ({ ...entry, lane: index === 0 ? 'own' : 'other' })),
    more: query.hasNextPage,
  }));
  const merged = mergeLanes(lanes);
  const wanted: readonly string[] = groups[kind];
  const entries = merged.entries.filter((entry) => wanted.length === 0 || wanted.includes(entry.type));
  return (
    <>
      <div className={styles.bar} data-print="no">
        <span className="row">
          <span className={styles.lane} />
          {label(one.programmeLabel)}
        </span>
        {beside && (
          <span className="row">
            <span className={`${styles.lane} ${styles.other}`} />
            {label(beside.programmeLabel)}
          </span>
        )}
        <span className="sp" />
        <Segments
          label={m.timeline_kinds()}
          param="kind"
          current={kind}
          tabs={[
            { id: 'all', label: m.all() },
            { id: 'contacts', label: m.timeline_contacts() },
            { id: 'reports', label: m.timeline_reports() },
            { id: 'assessments', label: m.timeline_assessments() },
            { id: 'network', label: m.timeline_network() },
          ]}
        />
      </div>
      <Shown query={own}>
        {() =>
          entries.length === 0 ? (
            <Empty title={m.timeline_empty()}>{m.timeline_empty_more()}</Empty>
          ) : (
            <ol className={styles.timeline}>
              {entries.map((entry, index) => (
                <li key={`${entry.lane}-${entry.id}`}>
                  {formatMonth(entry.at) !== (entries[index - 1] ? formatMonth(entries[index - 1]!.at) : '') && (
                    <div className={styles.month}>{formatMonth(entry.at)}</div>
                  )}
                  <Entry entry={entry} lanes={beside ? 2 : 1} word={word} one={one} />
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
      {merged.behind.length > 0 && (
        <div className="pad">
          <Button
            size="small"
            busy={queries.some((query) => query.isFetchingNextPage)}
            onClick={() => {
              for (const at of merged.behind) void queries[at]?.fetchNextPage();
            }}
          >
            {m.more()}
          </Button>
        </div>
      )}
    </>
  );
}

/** A risk that is noted, not one that is taken off or lowered. */
const isWorse = ({ type, facts }: TimelineEntry): boolean =>
  type === 'riskRaised' && facts.on !== false && facts.band !== 'low' && facts.band !== 'medium';

type EntryProps = { entry: Laned; lanes: 1 | 2; word: (code: string, name?: string) => string; one: Workspace };

function Entry({ entry, lanes, word, one }: EntryProps) {
  const label = useLabel();
  const [, setUrl] = useUrl('report');
  const report = one.reports.find((each) => each.id === entry.facts.report);
  const unitWord = useUnitWords();
  // Whom an event speaks of, and which goal.
  const nameOf = (id: string) => one.members.find((each) => each.personId === id)?.name ?? goalOf(id);
  // A goal that is set stands whole below; elsewhere it is one of several facts, and no sentence.
  const goalOf = (id: string) =>
    entry.type === 'goalSet' ? undefined : one.goals.find((each) => each.id === id)?.goal?.replace(/。$/u, '');
  // A risk that somebody notes, and that of the dispatch, is one of the four of the ladder, not the result of the programme's instrument, which may carry the same code.
  const ladder = entry.type === 'riskRaised' || entry.type === 'caseDispatched';
  const say = (code: string, name?: string) => word(code, ladder && name !== 'programme' ? 'residualRisk' : name);
  const facts = [label(entry.county), entry.whom.map((each) => unitWord(each)).join(m.list_mark()), factWords(entry.facts, say, nameOf)]
    .filter(Boolean)
    .join(m.clause_mark());
  return (
    <div className={`${styles.entry} ${lanes === 1 ? styles.single : entry.lane === 'other' ? styles.right : ''}`}>
      <span className={styles.when}>
        <b>{formatDay(entry.at)}</b>
        <br />
        <span className="i3">{formatTime(entry.at)}</span>
      </span>
      <span className={styles.dot}>
        <Icon name={eventIcons[entry.type] ?? 'file'} />
      </span>
      <div className={styles.box}>
        <div>
          <b>{label(entry.label)}</b> {entry.type === 'supportCalled' && <Badge tone="urgent">{m.meaning_urgent()}</Badge>}{' '}
          {isWorse(entry) && <Badge tone="attention">{m.meaning_attention()}</Badge>} <span className="i3 t-xs">{entry.by}</span>
        </div>
        {facts && <div className="i2 t-xs">{facts}</div>}
        {entry.text && <p>{entry.text}</p>}
        {entry.lane === 'own' && <FormAnswers one={one} act={actOfEvent[entry.type] ?? ''} answers={entry.answers} folded />}
        {report && (
          <Button tone="bare" size="small" onClick={() => setUrl({ report: report.id })}>
            {m.report_read({ number: report.number })}
          </Button>
        )}
        {entry.sealed && (
          <div className="i3 t-xs in">
            <Icon name="lock" />
            {m.sealed_part()}
          </div>
        )}
      </div>
    </div>
  );
}
