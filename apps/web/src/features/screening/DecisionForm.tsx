// The decision in full: outcome with coded reason, band, one line per programme with urgency and unit, and why it differs from the rules.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { api } from '../../client/api.ts';
import { Button } from '../../ui/Button.tsx';
import { OptionRow, SelectInput, TextArea } from '../../ui/inputs.tsx';
import { bandWord } from '../../ui/Ladder.tsx';
import { UnitChooser } from '../../units/UnitChooser.tsx';
import { m } from '../../words/index.ts';
import { useChoices, useLabel } from '../../words/label.ts';
import styles from './DecisionForm.module.css';
import { asksCounty, type Decision, differs, type Line, linesOf, NOWHERE, type Outcome, withLine } from './decision.ts';
import { outcomeWord, urgencyWord } from './decision-words.ts';
import { useCounties, useReportUnits } from './desk-choices.ts';
import type { DeskReport } from './queries.ts';
import { RestsOnField } from './RestsOnField.tsx';

const bands = ['extreme', 'high', 'medium', 'low'] as const;
const urgencies = ['immediate', 'urgent', 'ordinary'] as const;
const outcomes: readonly Outcome[] = ['accept', 'informationOnly', 'notAccepted'];
/** A case of another county is taken or returned. */
const transferOutcomes: readonly Outcome[] = ['accept', 'notAccepted'];

type Props = { report: DeskReport; decision: Decision; proposed: Decision; second: boolean; onChange: (next: Decision) => void };

/** The fields of a decision. */
export function DecisionForm({ report, decision, proposed, second, onChange }: Props) {
  const label = useLabel();
  const choicesOf = useChoices();
  const counties = useCounties();
  const programmes = useQuery({ queryKey: ['programmes'], queryFn: () => api.reference.programmes({}), staleTime: 3_600_000 });
  const transfer = report.handedFrom?.programme != null;
  const returns = transfer && decision.outcome === 'notAccepted';
  const lines = linesOf(decision);
  const put = (more: Partial<Decision>) => onChange({ ...decision, ...more });
  const putLine = (at: number, more: Partial<Line>) =>
    put({ lines: lines.map((line, index) => (index === at ? { ...line, ...more } : line)) });
  const programmeChoices = (programmes.data?.programmes ?? []).map((each) => ({ value: each.id, label: label(each.label) }));
  return (
    <div className="stack">
      <OptionRow
        label={m.decision_outcome()}
        value={decision.outcome}
        choices={(transfer ? transferOutcomes : outcomes).map((each) => ({
          value: each,
          label: transfer && each === 'notAccepted' ? m.transfer_return() : outcomeWord(each),
        }))}
        onChange={(outcome) => put({ outcome: outcome as Outcome, reason: null, restsOn: '' })}
      />
      <OptionRow
        label={m.band_label()}
        value={decision.band}
        choices={bands.map((each) => ({ value: each, label: bandWord(each) }))}
        onChange={(band) => put({ band: band as Decision['band'] })}
      />
      {decision.outcome === 'accept' ? (
        <>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity before it is sent
            <div className={styles.line} key={at}>
              <SelectInput
                label={m.programme()}
                value={line.programme}
                choices={programmeChoices}
                onChange={(programme) =>
                  putLine(at, {
                    programme,
                    unitId: report.suggestion.lines.find((each) => each.programme === programme)?.route?.unitId ?? '',
                  })
                }
              />
              <SelectInput
                label={m.urgency()}
                value={line.urgency}
                choices={urgencies.map((each) => ({ value: each, label: urgencyWord(each) }))}
                onChange={(urgency) => putLine(at, { urgency: urgency as Line['urgency'] })}
              />
              <SelectInput
                label={m.case_about()}
                value={line.subjectPersonId}
                empty={m.by_rule()}
                choices={report.persons.map((person) => ({ value: person.id, label: person.name ?? m.unnamed() }))}
                onChange={(subjectPersonId) => putLine(at, { subjectPersonId: subjectPersonId || null })}
              />
              {line.programme === 'child-protection' && (
                <SelectInput
                  label={m.grade()}
                  value={line.grade}
                  empty={m.by_rule()}
                  choices={[
                    { value: 'L1', label: m.grade_1() },
                    { value: 'L2', label: m.grade_2() },
                  ]}
                  onChange={(grade) => putLine(at, { grade: (grade || null) as Line['grade'] })}
                />
              )}
              <div className={styles.wide}>
                <UnitInput key={line.programme} report={report} line={line} onChange={(unitId) => putLine(at, { unitId })} />
              </div>
              {lines.length > 1 && (
                <Button size="small" onClick={() => put({ lines: lines.filter((_each, index) => index !== at) })}>
                  {m.remove()}
                </Button>
              )}
            </div>
          ))}
          <div>
            <Button size="small" onClick={() => put({ lines: withLine(decision) })}>
              {m.add_programme()}
            </Button>
          </div>
        </>
      ) : (
        <SelectInput
          label={m.coded_reason()}
          required
          value={decision.reason}
          choices={choicesOf(
            transfer ? 'transferReturnReason' : decision.outcome === 'notAccepted' ? 'notAcceptedReason' : 'informationOnlyReason',
          )}
          onChange={(reason) => put({ reason: reason || null, restsOn: '' })}
        />
      )}
      {asksCounty(decision) && (
        <SelectInput
          label={m.hand_on_to()}
          required
          value={decision.toCounty}
          choices={[
            ...counties.filter((each) => each.id !== report.county).map((each) => ({ value: each.id, label: label(each.name) })),
            { value: NOWHERE, label: m.hand_on_nowhere() },
          ]}
          onChange={(toCounty) => put({ toCounty })}
          hint={decision.toCounty === NOWHERE ? m.hand_on_nowhere_hint() : m.hand_on_hint()}
        />
      )}
      <RestsOnField report={report} decision={decision} onChange={(restsOn) => put({ restsOn })} />
      {differs(proposed, decision) && (
        <TextArea
          label={m.differs_reason()}
          required
          rows={2}
          maxLength={1000}
          value={decision.differsReason}
          onChange={(differsReason) => put({ differsReason })}
          hint={m.differs_hint()}
        />
      )}
      {(returns || !second) && (
        <TextArea
          label={returns ? m.transfer_return_note() : m.note()}
          rows={2}
          maxLength={2000}
          value={decision.note}
          onChange={(note) => put({ note })}
          {...(returns ? { hint: m.transfer_return_note_hint() } : {})}
        />
      )}
    </div>
  );
}

function UnitInput({ report, line, onChange }: { report: DeskReport; line: Line; onChange: (unitId: string) => void }) {
  const units = useReportUnits(report.id, line.programme);
  const [first] = units;
  const chosen = line.unitId;
  // A programme that the rules did not propose begins with the unit that they would have proposed for it.
  const best = first?.fits ? first.unitId : '';
  const begin = useEffectEvent(() => {
    if (chosen === '' && best !== '') onChange(best);
  });
  useEffect(() => {
    if (best !== '') begin();
  }, [best]);
  return <UnitChooser label={m.unit()} units={units} value={chosen} onChange={onChange} />;
}
