// The file of one person: identity, contacts, flags, cases and reports, the source rows that are this person and why; beside it the family.

import type { OutputOf } from '@anwang/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { readProblem } from '../../client/problem.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { OwnContacts } from '../../contacts/OwnContacts.tsx';
import type { Other } from '../../contacts/ShieldDialog.tsx';
import { FamilyCases } from '../../family/FamilyCases.tsx';
import { FamilyFlags } from '../../family/FamilyFlags.tsx';
import { FamilyView } from '../../family/FamilyView.tsx';
import { BreakGlassDialog } from '../../frame/BreakGlassDialog.tsx';
import { ReasonDialog } from '../../frame/ReasonDialog.tsx';
import { WhyDialog } from '../../frame/WhyDialog.tsx';
import { ReportLink } from '../../reports/ReportLink.tsx';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { Section } from '../../ui/Section.tsx';
import { Empty } from '../../ui/states.tsx';
import tableStyles from '../../ui/Table.module.css';
import { bornInWords } from '../../words/born.ts';
import { formatDate, formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useDistrictWords, useLabel } from '../../words/label.ts';
import { describePerson, sexWord } from '../../words/person.ts';
import { useSourceWords } from '../../words/source.ts';
import styles from './People.module.css';
import { SplitRecords } from './SplitRecords.tsx';
import { useJoined } from './use-joined.ts';

type File = OutputOf<'people', 'one'>;

/** The page of one person. */
export function PersonPage() {
  const { personId } = useParams({ strict: false }) as { personId: string };
  const me = useMe();
  const district = useDistrictWords();
  const [dialog, setDialog] = useState<'none' | 'why' | 'glass'>('none');
  const person = useQuery({ queryKey: ['people', personId], queryFn: () => api.people.one({ personId }) });
  const family = useQuery({
    queryKey: ['people', personId, 'family'],
    queryFn: () => api.people.family({ personId }),
    enabled: may(me, 'family.read'),
  });
  const others = (family.data?.people ?? [])
    .filter((each) => each.id !== personId)
    .map((each) => ({ id: each.id, name: each.name, likely: false }));
  const joined = useJoined(personId, person.data?.id);
  const closed = person.error && [403, 404].includes(readProblem(person.error).status);
  return (
    <div className={styles.person} data-print="flow">
      <header className={styles.head}>
        <h1>{person.data ? (person.data.name ?? m.unnamed()) : m.person_file()}</h1>
        {person.data && (
          <span className="i2">
            {[
              describePerson(person.data.sex, person.data.age, person.data.birthPrecision === 'approximate'),
              person.data.birthPrecision === 'approximate' ? m.birth_unknown() : bornInWords(person.data),
            ].join(m.clause_mark())}
            {person.data.district ? `${m.clause_mark()}${district(person.data.district)}` : ''}
          </span>
        )}
        {person.data?.deceasedOn && (
          <Badge>
            {m.deceased()} {formatDate(person.data.deceasedOn)}
          </Badge>
        )}
        <span className="sp" />
        {closed && may(me, 'breakglass.use') && (
          <Button tone="danger" size="small" onClick={() => setDialog('glass')}>
            <Icon name="lock" />
            {m.breakglass()}
          </Button>
        )}
        <Button tone="bare" size="small" onClick={() => setDialog('why')}>
          {m.why_visible()}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          <Icon name="print" />
          {m.print()}
        </Button>
      </header>
      <div className={styles.column}>
        {joined && <p className="pad i2">{m.person_joined()}</p>}
        <Shown query={person}>{(file) => <PersonFile file={file} others={others} />}</Shown>
      </div>
      <div className={styles.column}>
        {may(me, 'family.read') ? (
          <Shown query={family}>
            {(data) =>
              data.people.length > 0 ? <FamilyView family={data} /> : <Empty title={m.family_none()}>{m.family_none_more()}</Empty>
            }
          </Shown>
        ) : null}
      </div>
      {dialog === 'why' && <WhyDialog kind="person" id={personId} onClose={() => setDialog('none')} />}
      {dialog === 'glass' && <BreakGlassDialog kind="person" id={personId} onClose={() => setDialog('none')} />}
    </div>
  );
}

function PersonFile({ file, others }: { file: File; others: readonly Other[] }) {
  const me = useMe();
  const [parting, setParting] = useState<readonly string[]>([]);
  const label = useLabel();
  const word = useConceptWords();
  const self = [{ id: file.id, name: file.name }];
  return (
    <>
      <Identifiers file={file} />
      <OwnContacts personId={file.id} name={file.name} others={others} />
      <FamilyCases cases={file.cases} people={self} />
      <FamilyFlags flags={file.flags} people={self} />
      <Section title={m.earlier_reports({ n: file.reports.length })} />
      <table className={tableStyles.table}>
        <tbody>
          {file.reports.map((each) => (
            <tr key={each.id}>
              <td>
                <ReportLink id={each.id}>{each.number}</ReportLink>
              </td>
              <td>{formatMoment(each.receivedAt)}</td>
              <td>{word(each.channel, 'channel')}</td>
              <td>
                <Ladder band={each.band} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Section title={m.source_records({ n: file.records.length })} />
      {file.records.length === 0 && <p className="pad i2 t-s">{m.source_records_none()}</p>}
      {file.records.length > 0 && (
        <table className={tableStyles.table}>
          <thead>
            <tr>
              <th scope="col">{m.source()}</th>
              <th scope="col">{m.names_whom()}</th>
              <th scope="col">{m.received_at()}</th>
              <th scope="col">{m.why_same()}</th>
              <th scope="col">
                <span className="vh">{m.undo()}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {file.records.map((each) => (
              <SourceRecord
                key={each.linkId}
                record={each}
                sentence={label(each.sentence)}
                chosen={parting.includes(each.linkId)}
                onChoose={(on) => setParting(on ? [...parting, each.linkId] : parting.filter((id) => id !== each.linkId))}
              />
            ))}
          </tbody>
        </table>
      )}
      {may(me, 'person.link') && file.records.filter((each) => each.basis === 'founding').length > 1 && (
        <p className="pad i2 t-s">
          {m.founded_more_than_once()} <Link to="/matching?tab=decisions">{m.matching_decisions()}</Link>
        </p>
      )}
      {may(me, 'person.link') && parting.length > 0 && (
        <SplitRecords personId={file.id} version={file.version} linkIds={parting} onDone={() => setParting([])} />
      )}
    </>
  );
}

function Identifiers({ file }: { file: File }) {
  const [asking, setAsking] = useState<File['identifiers'][number] | undefined>(undefined);
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(new Map());
  const reveal = useWrite(api.people.reveal, {
    refresh: [],
    onDone: ({ value }) => {
      if (asking) setShown(new Map([...shown, [asking.id, value]]));
      setAsking(undefined);
    },
  });
  const kinds: Record<string, string> = {
    nationalId: m.id_national(),
    uiNumber: m.id_resident(),
    passport: m.id_passport(),
    caseAlias: m.id_alias(),
  };
  return (
    <>
      <Section as="h2" title={m.identifiers()} />
      <table className={tableStyles.table}>
        <tbody>
          {file.identifiers.map((each) => (
            <tr key={each.id}>
              <td style={{ width: 120 }}>{kinds[each.kind] ?? each.kind}</td>
              <td>
                {shown.get(each.id) ?? each.masked} {!each.valid && <Badge tone="attention">{m.id_not_valid()}</Badge>}
              </td>
              <td className="num">
                {!shown.has(each.id) && (
                  <Button size="small" onClick={() => setAsking(each)}>
                    {m.open()}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asking && (
        <ReasonDialog
          title={m.id_open()}
          note={m.reveal_note()}
          busy={reveal.busy}
          onClose={() => setAsking(undefined)}
          draft={`reveal.${asking.id}`}
          onReason={(reason, sent) => reveal.run({ personId: file.id, kind: 'identifier', id: asking.id, reason }, { onSuccess: sent })}
        />
      )}
    </>
  );
}

type SourceProps = { record: File['records'][number]; sentence: string; chosen: boolean; onChoose: (on: boolean) => void };

function SourceRecord({ record, sentence, chosen, onChoose }: SourceProps) {
  const sourceWord = useSourceWords();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const said = record.given
    ? [
        record.given.name ?? m.unnamed(),
        sexWord(record.given.sex),
        record.given.birthDate ? formatDate(record.given.birthDate) : m.birth_unknown(),
      ].join(' ')
    : m.row_erased();
  const undo = useWrite(api.matching.undo, { done: m.link_undone(), onDone: () => setAsking(false) });
  return (
    <tr>
      <td className="nw">
        {record.mayUndo && may(me, 'person.link') && (
          <input
            type="checkbox"
            checked={chosen}
            aria-label={m.matching_split_choose()}
            onChange={(event) => onChoose(event.target.checked)}
          />
        )}{' '}
        {sourceWord(record.source)}
      </td>
      <td>{said}</td>
      <td className="nw">{formatDate(record.receivedAt)}</td>
      <td>
        {sentence || (record.basis === 'founding' ? m.founded_by_row() : '')}
        {record.decidedBy ? `${m.clause_mark()}${m.decided_by({ name: record.decidedBy })}` : ''}
      </td>
      <td className="num">
        {record.mayUndo && may(me, 'person.link') && (
          <Button size="small" onClick={() => setAsking(true)}>
            {m.undo()}
          </Button>
        )}
        {asking && (
          <ReasonDialog
            title={m.link_undo_title()}
            note={m.link_undo_note()}
            action={m.undo()}
            busy={undo.busy}
            onClose={() => setAsking(false)}
            draft={`undo.${record.linkId}`}
            onReason={(reason, sent) => undo.run({ linkId: record.linkId, version: record.version, reason }, { onSuccess: sent })}
          />
        )}
      </td>
    </tr>
  );
}
