// Referrals and the network: what was sent and what came back, who helps with which duty, what is shared with whom on which basis.
import { useUrl } from '../../frame/url.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Section } from '../../ui/Section.tsx';
import { Empty } from '../../ui/states.tsx';
import tableStyles from '../../ui/Table.module.css';
import { Telephone } from '../../ui/Telephone.tsx';
import { basisWord } from '../../words/basis.ts';
import { formatDate, m } from '../../words/index.ts';
import { useUnitWords } from '../../words/label.ts';
import { referralStatusWord } from '../../words/referral-status.ts';
import { useCaseWords } from './case-words.ts';
import type { Workspace } from './queries.ts';

/** What the columns are: spoken on a wide screen, written beside each value on a phone (data-label). */
const Head = ({ words }: { words: readonly string[] }) => (
  <thead className="vh">
    <tr>
      {words.map((each) => (
        <th scope="col" key={each}>
          {each}
        </th>
      ))}
    </tr>
  </thead>
);

/** The network tab. */
export function NetworkTab({ one }: { one: Workspace }) {
  const unitWord = useUnitWords();
  const word = useCaseWords(one);
  const [, setUrl] = useUrl('report');
  return (
    <>
      <Section as="h2" title={m.referrals({ n: one.referrals.length })} />
      {one.referrals.length === 0 ? (
        <Empty title={m.referrals_none()}>{m.referrals_none_more()}</Empty>
      ) : (
        <table className={`${tableStyles.table} ${tableStyles.cards}`}>
          <Head words={[m.unit(), m.referral_note(), m.state(), m.referral_answer(), m.col_sent()]} />
          <tbody>
            {one.referrals.map((each) => (
              <tr key={each.id}>
                <td>
                  <b>{unitWord(each.toUnit)}</b>
                  <div className="i3">{word(each.need)}</div>
                </td>
                <td data-label={m.referral_note()}>{each.message}</td>
                <td data-label={m.state()}>
                  <Badge
                    tone={
                      each.status === 'completed'
                        ? 'normal'
                        : each.status === 'declined' || each.status === 'returned'
                          ? 'attention'
                          : 'plain'
                    }
                  >
                    {referralStatusWord(each.status)}
                  </Badge>
                  {each.status === 'sent' && (
                    <div>
                      <Clock start={each.sentAt} due={each.answerDue} />
                    </div>
                  )}
                </td>
                <td data-label={m.referral_answer()} style={{ whiteSpace: 'pre-line' }}>
                  {[each.answer, each.outcome ? m.in_brackets({ text: word(each.outcome) }) : ''].join('')}
                </td>
                <td className="i3 nw" data-label={m.col_sent()}>
                  {formatDate(each.sentAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Section as="h2" title={m.collaborators({ n: one.collaborators.length })} />
      <table className={`${tableStyles.table} ${tableStyles.cards}`}>
        <Head words={[m.name(), m.col_duty(), m.col_period()]} />
        <tbody>
          {one.collaborators.map((each) => (
            <tr key={each.id}>
              <td>
                <b>{each.name}</b> {unitWord(each.unitName)} {each.telephone && <Telephone number={each.telephone} of={each.name} />}
              </td>
              <td data-label={m.col_duty()}>{each.duty}</td>
              <td className="i3 nw" data-label={m.col_period()}>
                {formatDate(each.since)}
                {each.until ? `–${formatDate(each.until)}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Section as="h2" title={m.shares({ n: one.shares.length })} />
      <table className={`${tableStyles.table} ${tableStyles.cards}`}>
        <Head words={[m.unit(), m.col_shared(), m.col_basis(), m.col_period()]} />
        <tbody>
          {one.shares.map((each) => (
            <tr key={each.id}>
              <td>
                <b>{each.to}</b>
              </td>
              <td data-label={m.col_shared()}>{each.parts.map((part) => word(part)).join(m.list_mark())}</td>
              <td data-label={m.col_basis()}>{basisWord(each.legalBasis)}</td>
              <td className="i3 nw" data-label={m.col_period()}>
                {formatDate(each.since)}–{formatDate(each.until)}
                {each.ended ? `${m.clause_mark()}${m.ended()}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Section as="h2" title={m.linked_reports({ n: one.reports.length })} />
      <table className={`${tableStyles.table} ${tableStyles.cards}`}>
        <Head words={[m.col_report(), m.received_at(), m.grounds()]} />
        <tbody>
          {one.reports.map((each) => (
            <tr key={each.id}>
              <td>
                <Button tone="bare" size="small" onClick={() => setUrl({ report: each.id })}>
                  {each.number}
                </Button>
              </td>
              <td data-label={m.received_at()}>{formatDate(each.receivedAt)}</td>
              <td data-label={m.grounds()}>{each.grounds.map((code) => word(code)).join(m.list_mark())}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
