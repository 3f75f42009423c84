// A date typed as 1150102 or picked from a 民國 calendar; it reads back at once what it understood and names what is wrong.
import { parseDate } from '@internationalized/date';
import { useState } from 'react';
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Dialog,
  DialogTrigger,
  Heading,
  I18nProvider,
  Popover,
} from 'react-aria-components';
import { formatDateLong, m, useLanguage } from '../words/index.ts';
import { readTypedDate, type TypedDate, typedDate } from '../words/roc-date.ts';
import styles from './DateInput.module.css';
import fieldStyles from './Field.module.css';
import { Field, type FieldFrame } from './Field.tsx';
import { Icon } from './Icon.tsx';

type Props = FieldFrame & {
  /** ISO date, or null while nothing is known. */
  value: string | null;
  onChange: (iso: string | null) => void;
  /** Said after the date read back: an age, a weekday. */
  remark?: (iso: string) => string;
};

/** What the field says about the typed text. */
function dateSentence(typed: TypedDate): string | undefined {
  if (typed.kind !== 'wrong') return undefined;
  if (typed.why === 'month') return m.date_wrong_month({ value: typed.value });
  if (typed.why === 'day') return m.date_wrong_day({ value: typed.value });
  return typed.why === 'year' ? m.date_wrong_year() : m.date_wrong_shape();
}

/** A date field. */
export function DateInput({ value, onChange, remark, hint, error, ...frame }: Props) {
  const language = useLanguage();
  const [typed, setTyped] = useState(value ? typedDate(value) : '');
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    const reading = readTypedDate(typed);
    if (value !== (reading.kind === 'date' ? reading.iso : null)) setTyped(value ? typedDate(value) : '');
  }
  const reading = readTypedDate(typed);
  const said = reading.kind === 'date' ? [formatDateLong(reading.iso), remark?.(reading.iso)].filter(Boolean).join(m.clause_mark()) : hint;
  const wrong = error ?? dateSentence(reading);
  return (
    <Field {...frame} hint={said ?? m.date_hint()} {...(wrong ? { error: wrong } : {})}>
      {(given) => (
        <div className={styles.date}>
          <input
            {...given}
            className={fieldStyles.input}
            inputMode="numeric"
            autoComplete="off"
            placeholder="1150102"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              const next = readTypedDate(event.target.value);
              const iso = next.kind === 'date' ? next.iso : null;
              setKnown(iso);
              if (iso !== value) onChange(iso);
            }}
          />
          <DialogTrigger>
            <AriaButton className={styles.open} aria-label={m.date_pick()}>
              <Icon name="calendar" />
            </AriaButton>
            <Popover className={`float ${styles.popover}`}>
              <Dialog aria-label={m.date_pick()} className={styles.dialog}>
                {({ close }) => (
                  <I18nProvider locale={language === 'en' ? 'en-GB-u-ca-roc' : 'zh-TW-u-ca-roc'}>
                    <Calendar
                      aria-label={m.date_pick()}
                      value={reading.kind === 'date' ? parseDate(reading.iso) : null}
                      onChange={(date) => {
                        const iso = new Date(date.toDate('UTC')).toISOString().slice(0, 10);
                        setTyped(typedDate(iso));
                        setKnown(iso);
                        onChange(iso);
                        close();
                      }}
                    >
                      <header className="row">
                        <AriaButton slot="previous" aria-label={m.month_before()}>
                          <Icon name="left" />
                        </AriaButton>
                        <Heading className="sp" />
                        <AriaButton slot="next" aria-label={m.month_after()}>
                          <Icon name="right" />
                        </AriaButton>
                      </header>
                      <CalendarGrid>
                        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
                        <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.cell ?? ''} />}</CalendarGridBody>
                      </CalendarGrid>
                    </Calendar>
                  </I18nProvider>
                )}
              </Dialog>
            </Popover>
          </DialogTrigger>
        </div>
      )}
    </Field>
  );
}
