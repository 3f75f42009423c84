// A report that goes no further by itself: which open case has the family, or which report told the event before. What is chosen here gets the report.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Shown } from '../../client/Shown.tsx';
import { useWaitingReports } from '../../reports/waiting-reports.ts';
import { SelectInput, TextInput } from '../../ui/inputs.tsx';
import { hasEnded } from '../../words/case-ended.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useProgrammeWords, useUnitWords } from '../../words/label.ts';
import { asksRest, type Decision } from './decision.ts';
import { type DeskReport, earlierOf, useDeskFamily } from './queries.ts';

type Props = { report: DeskReport; decision: Decision; onChange: (id: string) => void };

/** The field; absent where a decision rests on nothing else. */
export function RestsOnField({ report, decision, onChange }: Props) {
  const kind = asksRest(decision);
  const given = { value: decision.restsOn ?? '', onChange };
  if (kind === 'case') return <ServingCase report={report} {...given} />;
  return kind === 'report' ? <ToldBefore report={report} {...given} /> : null;
}

type Given = { report: DeskReport; value: string; onChange: (id: string) => void };

function ServingCase({ report, value, onChange }: Given) {
  const programme = useProgrammeWords();
  const unit = useUnitWords();
  const family = useDeskFamily(report.id);
  return (
    <Shown query={family}>
      {({ cases }) => {
        const open = cases.filter((each) => !hasEnded(each));
        return open.length === 0 ? (
          <p className="att">{m.rests_on_no_case()}</p>
        ) : (
          <SelectInput
            label={m.rests_on_case()}
            required
            value={value}
            choices={open.map((each) => ({
              value: each.id,
              label: [each.number, programme(each.programme), unit(each.unitName), each.leadName].filter(Boolean).join(' '),
            }))}
            onChange={onChange}
            hint={m.rests_on_case_hint()}
          />
        );
      }}
    </Shown>
  );
}

function ToldBefore({ report, value, onChange }: Given) {
  const word = useConceptWords();
  const [name, setName] = useState('');
  const earlier = useQuery(earlierOf(report.id));
  const found = useWaitingReports(name.trim().length > 1 ? name.trim() : '')?.rows ?? [];
  const known = (earlier.data?.reports ?? []).map((each) => ({
    value: each.id,
    label: [each.number, formatMoment(each.receivedAt), word(each.channel, 'channel')].join(' '),
  }));
  const others = found
    .filter((each) => each.id !== report.id && known.every((one) => one.value !== each.id))
    .map((each) => ({ value: each.id, label: [each.number, formatMoment(each.receivedAt), each.name].filter(Boolean).join(' ') }));
  return (
    <>
      <SelectInput
        label={m.rests_on_report()}
        required
        value={value}
        choices={[...known, ...others]}
        onChange={onChange}
        hint={m.rests_on_report_hint()}
      />
      <TextInput label={m.rests_on_find()} value={name} onChange={setName} hint={m.rests_on_find_hint({ n: others.length })} />
    </>
  );
}
