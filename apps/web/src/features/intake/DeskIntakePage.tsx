// The hotline desk's form: the public questions on one page, with the channel and the type of report; kept as a draft while it is typed.

import type { SentOf } from '@anwang/contract';
import { useMemo, useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { TakenReports } from '../../reports/TakenReports.tsx';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { OptionRow, SelectInput } from '../../ui/inputs.tsx';
import { NoPermission, Skeleton } from '../../ui/states.tsx';
import { m } from '../../words/index.ts';
import { CallReceipt } from './CallReceipt.tsx';
import { type FormChoices, toChoices } from './form-choices.ts';
import { PersonFields } from './PersonFields.tsx';
import styles from './Report.module.css';
import { askedOfDesk, ReporterFields } from './ReporterFields.tsx';
import { emptyPerson, emptyReport, type ReportDraft, toReport } from './report-draft.ts';
import { useFormChoices } from './use-form-choices.ts';
import { WhatFields } from './WhatFields.tsx';

type DeskDraft = ReportDraft & { channel: string; reportType: string };

/** The page of those who take reports by telephone or at the counter. */
export function DeskIntakePage() {
  const choices = useFormChoices();
  const me = useMe();
  if (!may(me, 'report.create'))
    return (
      <div className="page">
        <h1>{m.room_intake()}</h1>
        <NoPermission />
      </div>
    );
  // Who only takes reports has them all on the start page.
  const listedThere = !may(me, 'report.screen', 'report.review');
  return (
    <div className="page">
      <h1 style={{ marginBottom: 12 }}>{m.room_intake()}</h1>
      <Shown query={choices}>{(data) => <DeskForm choices={data} />}</Shown>
      <TakenReports {...(listedThere ? { latest: 3 } : {})} />
    </div>
  );
}

function DeskForm({ choices }: { choices: FormChoices }) {
  const me = useMe();
  const initial = useMemo(
    (): DeskDraft => ({ ...emptyReport(), county: me.county.id, channel: 'hotline113', reportType: 'initial' }),
    [me.county.id],
  );
  const [sent, setSent] = useState<{ receipt: string; code: string } | undefined>(undefined);
  const { value, change, state, savedAt, drop } = useDraft<DeskDraft>('intake-desk', initial);
  const write = useWrite(api.intake.deskReport, {
    onDone: (answer) => {
      setSent(answer);
      drop();
    },
  });
  const errors = write.problem?.fields ?? {};
  if (state === 'loading') return <Skeleton lines={8} />;
  const put = (next: ReportDraft) => change({ ...value, ...next });
  const send = () =>
    write.run({ ...toReport(value), channel: value.channel, reportType: value.reportType } as SentOf<'intake', 'deskReport'>);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {sent && <CallReceipt key={sent.receipt} sent={sent} onTold={() => setSent(undefined)} />}
      {Object.keys(errors).length > 0 && (
        <p className={styles.problems} role="alert">
          {m.report_check_fields()}
        </p>
      )}
      <div className={styles.desk}>
        <section className="stack">
          <h2>{m.reporter()}</h2>
          <SelectInput
            label={m.desk_channel()}
            value={value.channel}
            onChange={(channel) => change({ ...value, channel })}
            choices={toChoices(choices.channels)}
            error={errors.channel}
          />
          <OptionRow
            label={m.desk_report_type()}
            value={value.reportType}
            onChange={(reportType) => change({ ...value, reportType })}
            choices={[
              { value: 'initial', label: m.report_type_initial() },
              { value: 'followUp', label: m.report_type_follow_up() },
              { value: 'final', label: m.report_type_final() },
            ]}
          />
          <ReporterFields draft={value} onChange={put} choices={choices} errors={errors} words={askedOfDesk()} />
        </section>
        <section className="stack">
          <h2>{m.report_who()}</h2>
          {value.persons.map((person, at) => (
            <div key={person.key} className={at > 0 ? styles.card : undefined}>
              <PersonFields
                person={person}
                at={at}
                choices={choices}
                errors={errors}
                onChange={(next) => put({ ...value, persons: value.persons.map((each, index) => (index === at ? next : each)) })}
              />
              {at > 0 && (
                <div>
                  <Button tone="bare" onClick={() => put({ ...value, persons: value.persons.filter((_each, index) => index !== at) })}>
                    {m.report_remove_person()}
                  </Button>
                </div>
              )}
            </div>
          ))}
          <div>
            <Button onClick={() => put({ ...value, persons: [...value.persons, emptyPerson('familyMember', crypto.randomUUID())] })}>
              {m.report_add_person()}
            </Button>
          </div>
        </section>
        <section className="stack">
          <h2>{m.report_happened()}</h2>
          <WhatFields draft={value} onChange={put} choices={choices} errors={errors} />
        </section>
      </div>
      <div className="row wrap">
        <Button type="submit" tone="primary" size="large" busy={write.busy}>
          {m.report_send()}
        </Button>
        <DraftNote state={state} savedAt={savedAt} />
      </div>
    </form>
  );
}
