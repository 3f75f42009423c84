// The working-day calendar of a year: days on which offices rest or work against the week; a later year is imported as CSV.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useUrl } from '../../frame/url.ts';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { NumberInput } from '../../ui/inputs.tsx';
import { Empty } from '../../ui/states.tsx';
import { taipeiDay } from '../../words/dates.ts';
import { formatDate, m, useLanguage } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Admin.module.css';
import { ImportDialog } from './ImportDialog.tsx';

/** The calendar tab. */
export function CalendarTab() {
  const [url, setUrl] = useUrl('year');
  const nation = may(useMe(), 'calendar.nation');
  const [importing, setImporting] = useState(false);
  const label = useLabel();
  const shift = useLanguage() === 'en' ? 0 : 1911;
  const asked = Number(url.year);
  // An address with another year than there are calendars for shows this one.
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2200 ? asked : Number(taipeiDay(new Date().toISOString()).slice(0, 4));
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
          {nation ? m.calendar_import() : m.calendar_close()}
        </Button>
        {!nation && <p className="i2">{m.calendar_nation_note()}</p>}
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
                    <span title={each.source}>
                      {label({ zh: each.name, en: each.nameEn ?? each.name })} {each.county && <Badge>{m.reach_county()}</Badge>}
                    </span>
                    {each.working ? <Badge tone="teal">{m.calendar_works()}</Badge> : <Badge>{m.calendar_rests()}</Badge>}
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      </div>
      {importing && calendar.data && (
        <ImportDialog
          key={year}
          year={year}
          known={calendar.data.days}
          versions={calendar.data.versions}
          onClose={() => setImporting(false)}
        />
      )}
    </div>
  );
}
