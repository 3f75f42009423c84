// One pair in doubt: what was given, whom it may be, why in words; confirmed or rejected by a person.

import { Link } from '@tanstack/react-router';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { Button } from '../ui/Button.tsx';
import { bornInWords } from '../words/born.ts';
import { formatDate, formatMoment, m } from '../words/index.ts';
import { useDistrictWords, useLabel } from '../words/label.ts';
import { sexWord } from '../words/person.ts';
import styles from './Pairs.module.css';

type Pair = Awaited<ReturnType<typeof api.matching.candidates>>['rows'][number];
const likelihoodWords = () => ({ strong: m.likelihood_strong(), possible: m.likelihood_possible(), weak: m.likelihood_weak() });

/** A line of a list; `onDecided` when it was decided either way. */
export function PairLine({ pair, onDecided }: { pair: Pair; onDecided: () => void }) {
  const label = useLabel();
  const district = useDistrictWords();
  const confirm = useWrite(api.matching.confirm, { done: m.link_confirmed(), onDone: onDecided });
  const reject = useWrite(api.matching.reject, { done: m.link_rejected(), onDone: onDecided });
  const said = (name: string | null, sex: Parameters<typeof sexWord>[0], born: string) =>
    [name ?? m.unnamed(), sexWord(sex), born].join(' ');
  const { given } = pair;
  return (
    <li className={styles.pair}>
      <span>
        {m.quoted({ text: said(given.name, given.sex, given.birthDate ? formatDate(given.birthDate) : m.birth_unknown()) })} {m.is_this()}{' '}
        <Link to={`/people/${pair.personId}`}>
          <b>{said(pair.person.name, pair.person.sex, bornInWords(pair.person))}</b>
        </Link>{' '}
        {district(pair.person.district)}
      </span>
      <span className={styles.acts}>
        <Button size="small" busy={confirm.busy} onClick={() => confirm.run({ linkId: pair.linkId, version: pair.version })}>
          {m.same_person()}
        </Button>
        <Button size="small" busy={reject.busy} onClick={() => reject.run({ linkId: pair.linkId, version: pair.version })}>
          {m.other_person()}
        </Button>
      </span>
      <span className={styles.why}>
        <b>{likelihoodWords()[pair.likelihood]}</b> {label(pair.sentence)}
        {m.clause_mark()}
        {pair.reportNumber ? `${m.report_number({ number: pair.reportNumber })} ` : ''}
        {formatMoment(pair.createdAt)}
      </span>
    </li>
  );
}
