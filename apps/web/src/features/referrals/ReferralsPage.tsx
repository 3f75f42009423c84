// The partner's page: only what was sent to the own unit, why, and the answer: take it, decline it, or say what came of it.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { useChosen } from '../../frame/chosen.ts';
import { ListBeside, ListItem } from '../../frame/ListBeside.tsx';
import { useUrl } from '../../frame/url.ts';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { OptionRow, TextArea } from '../../ui/inputs.tsx';
import { PaneHead, Section } from '../../ui/Section.tsx';
import { Empty, NoPermission } from '../../ui/states.tsx';
import { Segments } from '../../ui/TabBar.tsx';
import { Telephone } from '../../ui/Telephone.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useLabel, useUnitWords } from '../../words/label.ts';
import { referralStatusWord } from '../../words/referral-status.ts';
import styles from './Referrals.module.css';
import { useSentFieldWords } from './sent-field.ts';

type One = Awaited<ReturnType<typeof api.referrals.one>>;
/** What the sender calls sent is, for whoever received it, still to be answered. */
const stateWord = (status: string): string => (status === 'sent' ? m.referral_to_answer() : referralStatusWord(status));
type Status = 'sent' | 'accepted' | 'completed';
const views = ['sent', 'accepted', 'completed', 'all'] as const;
const empty = { answer: '', note: '' };

/** The referrals page. */
export function ReferralsPage() {
  const me = useMe();
  if (!may(me, 'referral.answer'))
    return (
      <div className="page">
        <h1 className="vh">{m.room_referrals()}</h1>
        <NoPermission />
      </div>
    );
  return <Referrals />;
}

function Referrals() {
  const unitWord = useUnitWords();
  const [url] = useUrl('view');
  const label = useLabel();
  const word = useConceptWords();
  const view = views.find((each) => each === url.view) ?? 'sent';
  const list = useQuery({
    queryKey: ['referrals', view],
    queryFn: () => api.referrals.list({ limit: 100, ...(view === 'all' ? {} : { status: view as Status }) }),
    refetchInterval: 60_000,
  });
  const { current, choose } = useChosen('referral', list.data?.rows ?? []);
  return (
    <ListBeside
      room={m.room_referrals()}
      chosen={current}
      chosenLabel={m.referral_detail()}
      onBack={() => choose(undefined)}
      list={
        <>
          <PaneHead
            level={1}
            title={m.room_referrals()}
            end={
              <Segments
                label={m.room_referrals()}
                param="view"
                current={view}
                // Another part of the list begins with its own first.
                keeps={[]}
                tabs={views.map((each) => ({ id: each, label: each === 'all' ? m.all() : stateWord(each) }))}
              />
            }
          />
          <Shown query={list}>
            {(data) =>
              data.rows.length === 0 ? (
                <Empty title={m.partner_none()}>{m.partner_none_more()}</Empty>
              ) : (
                <ul>
                  {data.rows.map((row) => (
                    <ListItem key={row.id} param="referral" id={row.id} on={row.id === current} className={styles.item}>
                      {row.status === 'sent' ? <Clock start={row.sentAt} due={row.answerDue} /> : <span>{stateWord(row.status)}</span>}
                      <b>{[row.name, word(row.need, 'need')].filter(Boolean).join(' · ')}</b>
                      <span className="i3 t-xs">
                        {unitWord(row.fromUnit)}
                        <br />
                        {label(row.programmeLabel)}·{formatMoment(row.sentAt)}
                      </span>
                    </ListItem>
                  ))}
                </ul>
              )
            }
          </Shown>
        </>
      }
    >
      <OneReferral key={current} referralId={current} />
    </ListBeside>
  );
}

function OneReferral({ referralId }: { referralId: string }) {
  const unitWord = useUnitWords();
  const label = useLabel();
  const word = useConceptWords();
  const sent = useSentFieldWords();
  const one = useQuery({ queryKey: ['referrals', 'one', referralId], queryFn: () => api.referrals.one({ referralId }) });
  return (
    <Shown query={one}>
      {(data) => (
        <>
          <PaneHead
            title={[data.name, word(data.need, 'need')].filter(Boolean).join(' · ')}
            note={`${unitWord(data.fromUnit)}·${label(data.programmeLabel)}`}
            end={<span className="t-s">{stateWord(data.status)}</span>}
          />
          {data.firstDue && (
            <p className="pad row" role="note">
              <Icon name="calendar" />
              {m.referral_moved({ first: formatMoment(data.firstDue), now: formatMoment(data.answerDue) })}
            </p>
          )}
          <p className="pad row i2">
            <Icon name="eye" />
            {label(data.why)}
          </p>
          {(data.sentBy || data.callback || data.telephone) && (
            <p className="pad row">
              <Icon name="phone" />
              {[data.sentBy && m.referral_ask({ name: data.sentBy }), data.callback].filter(Boolean).join(' ')}
              {data.telephone && <Telephone number={data.telephone} of={data.sentBy ?? undefined} />}
            </p>
          )}
          <Section title={m.referral_sent_fields()} />
          <dl className={styles.fields}>
            {data.fields.map((each) => (
              <div key={each.field}>
                <dt>{label(each.label)}</dt>
                <dd>{sent(each.field, each.value)}</dd>
              </div>
            ))}
          </dl>
          {data.message && (
            <>
              <Section title={m.note()} />
              <p className={styles.text}>{data.message}</p>
            </>
          )}
          {data.answer && (
            <>
              <Section title={m.referral_answer()} note={data.answeredAt ? formatMoment(data.answeredAt) : ''} />
              <p className={styles.text}>
                {data.answer}
                {data.outcome ? m.in_brackets({ text: word(data.outcome) }) : ''}
              </p>
            </>
          )}
          {(data.status === 'sent' || data.status === 'accepted') && <AnswerForm referral={data} />}
        </>
      )}
    </Shown>
  );
}

function AnswerForm({ referral }: { referral: One }) {
  const { value, change, state, savedAt, drop } = useDraft(`referral.${referral.id}`, empty);
  const send = useWrite(api.referrals.answer, { done: m.referral_answered(), onDone: drop });
  const choices =
    referral.status === 'sent'
      ? [
          { value: 'accepted', label: m.referral_take() },
          { value: 'declined', label: m.referral_decline() },
        ]
      : [
          { value: 'completed', label: m.referral_complete() },
          { value: 'returned', label: m.referral_give_back() },
        ];
  const answer = choices.find((each) => each.value === value.answer)?.value;
  return (
    <>
      <Section title={m.referral_answer()} end={<DraftNote state={state} savedAt={savedAt} />} />
      <div className="pad stack">
        <OptionRow
          label={m.referral_answer()}
          value={answer ?? null}
          choices={choices}
          onChange={(next) => change({ ...value, answer: next })}
        />
        <TextArea
          label={m.referral_note()}
          required
          rows={4}
          maxLength={2000}
          value={value.note}
          onChange={(note) => change({ ...value, note })}
        />
        <div>
          <Button
            tone="primary"
            size="large"
            busy={send.busy}
            disabled={!answer || value.note.trim() === ''}
            onClick={() =>
              send.run({
                referralId: referral.id,
                version: referral.version,
                answer: answer as 'accepted' | 'declined' | 'completed' | 'returned',
                note: value.note,
              })
            }
          >
            {m.referral_send()}
          </Button>
        </div>
      </div>
    </>
  );
}
