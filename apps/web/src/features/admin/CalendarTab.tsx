// The working-day calendar of a year: days on which offices rest or work against the week; a later year is imported as CSV.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { FormDialog } from '../../frame/FormDialog.tsx';
import { useUrl } from '../../frame/url.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { NumberInput, TextArea, TextInput } from '../../ui/inputs.tsx';
import { Empty } from '../../ui/states.tsx';
import { formatDate, m, useLanguage } from '../../words/index.ts';
import styles from './Admin.module.css';
import { readCalendarCsv } from './calendar-csv.ts';

/** The calendar tab. */
export function CalendarTab() {
  const [url, setUrl] = useUrl('year');
  const [importing, setImporting] = useState(false);
  const shift = useLanguage() === 'en' ? 0 : 1911;
  const year = Number(url.year) || new Date().getFullYear();
  const calendar = useQuery({ queryKey: ['admin', 'calendar', year], queryFn: () => api.admin.calendar({ year }) });
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <NumberInput
          label={m.calendar_year()}
          value={year - shift}
          min={2000 - shift}
          max={2200 - shift}
          onChange={(next) => setUrl({ year: next ? String(next + shift) : undefined }, true)}
        />
        <Button tone="primary" onClick={() => setImporting(true)}>
          {m.calendar_import()}
        </Button>
      </div>
      <div className={styles.scroll}>
        <Shown query={calendar}>
          {(data) =>
            !data.known && data.days.length === 0 ? (
              <Empty title={m.calendar_unknown()}>{m.calendar_unknown_more()}</Empty>
            ) : (
              <ul className={styles.days}>
                {data.days.map((each) => (
                  <li key={`${each.date}-${each.kind}`}>
                    <span>{formatDate(each.date)}</span>
                    <span title={each.source}>{each.name}</span>
                    {each.working ? <Badge tone="teal">{m.calendar_works()}</Badge> : <Badge>{m.calendar_rests()}</Badge>}
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </div>
      {importing && <ImportDialog year={year} onClose={() => setImporting(false)} />}
    </div>
  );
}

const nothing = { csv: '', source: '' };

function ImportDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { value, change, state, savedAt, drop } = useDraft(`admin.calendar.${year}`, nothing);
  const { csv, source } = value;
  const read = readCalendarCsv(csv);
  const send = useWrite(api.admin.importCalendar, {
    done: m.admin_saved(),
    onDone: () => {
      drop();
      onClose();
    },
  });
  return (
    <FormDialog
      title={m.calendar_import()}
      action={m.calendar_import()}
      width="wide"
      busy={send.busy}
      ready={read.days.length > 0 && read.wrong.length === 0 && source.trim() !== ''}
      draft={{ state, savedAt }}
      onClose={onClose}
      onSend={() => send.run({ year, source, days: read.days })}
    >
      <TextInput
        label={m.source()}
        required
        value={source}
        maxLength={200}
        error={send.problem?.fields.source}
        onChange={(next) => change({ ...value, source: next })}
        hint={m.calendar_source_hint()}
      />
      <TextArea
        label={m.calendar_csv()}
        rows={10}
        value={csv}
        onChange={(next) => change({ ...value, csv: next })}
        hint={m.calendar_csv_hint()}
        fault={read.wrong.length > 0 ? m.calendar_csv_wrong({ lines: read.wrong.join(m.list_mark()) }) : undefined}
      />
      <p role="status">{m.calendar_csv_read({ n: read.days.length })}</p>
    </FormDialog>
  );
}
