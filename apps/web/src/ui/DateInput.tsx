// A date typed as 1150102 or picked from a 民國 calendar; it reads back at once what it understood and names what is wrong.
import { type CalendarDate, parseDate } from '@internationalized/date';
import { useEffect, useRef, useState } from 'react';
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
import { taipeiDay } from '../words/dates.ts';
import { formatDateLong, m, useLanguage } from '../words/index.ts';
import { dayOrText, isDay, readTypedDate, typedDate } from '../words/roc-date.ts';
import styles from './DateInput.module.css';
import { typingFault } from './date-fault.ts';
import fieldStyles from './Field.module.css';
import { Field, type FieldFrame } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { Key } from './Key.tsx';

type Props = FieldFrame & {
  /** A day (YYYY-MM-DD), null while nothing is known, or the text of somebody that is no day: it is kept, and whoever it is sent to says so. */
  value: string | null;
  onChange: (dayOrText: string | null) => void;
  /** The day may not lie ahead. */
  past?: boolean;
  /** Said after the date read back: an age, a weekday. */
  remark?: (iso: string) => string;
};

/** The text of a value from outside. */
const shown = (value: string | null): string => (isDay(value) ? typedDate(value) : (value ?? ''));

const isoOf = (date: CalendarDate): string => date.toDate('UTC').toISOString().slice(0, 10);

/** A date field. */
export function DateInput({ value, onChange, remark, hint, past = false, ...frame }: Props) {
  const language = useLanguage();
  const [typed, setTyped] = useState(() => shown(value));
  const [seen, setSeen] = useState(value);
  const reading = readTypedDate(typed);
  if (seen !== value) {
    setSeen(value);
    // A filter takes days only and says null of what is half typed; that text stays.
    const halfTyped = value === null && isDay(seen) && reading.kind !== 'date';
    if (!halfTyped && value !== dayOrText(typed)) setTyped(shown(value));
  }
  const put = (text: string) => {
    setTyped(text);
    const next = dayOrText(text);
    if (next !== value) onChange(next);
  };
  const today = taipeiDay(new Date().toISOString());
  const readBack = (iso: string) => [formatDateLong(iso), iso === today && m.today(), remark?.(iso)].filter(Boolean).join(m.clause_mark());
  const said = reading.kind === 'date' ? readBack(reading.iso) : hint;
  return (
    <Field {...frame} hint={said ?? m.date_hint()} fault={typingFault(typed, past)}>
      {(given) => (
        <div className={styles.date}>
          <input
            {...given}
            className={fieldStyles.input}
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            placeholder="1150102"
            value={typed}
            onChange={(event) => put(event.target.value)}
          />
          <DialogTrigger>
            <AriaButton className={styles.open} aria-label={m.date_pick()}>
              <Icon name="calendar" />
            </AriaButton>
            <Popover className={`float ${styles.popover}`}>
              <Dialog aria-label={m.date_pick()} className={styles.dialog}>
                {({ close }) => (
                  <>
                    <I18nProvider locale={language === 'en' ? 'en-GB-u-ca-roc' : 'zh-TW-u-ca-roc'}>
                      <Calendar
                        aria-label={m.date_pick()}
                        value={reading.kind === 'date' ? parseDate(reading.iso) : null}
                        onChange={(date) => {
                          put(typedDate(isoOf(date)));
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
                          <CalendarGridBody>
                            {(date) => (
                              <CalendarCell date={date} className={`${styles.cell} ${isoOf(date) === today ? styles.thisDay : ''}`} />
                            )}
                          </CalendarGridBody>
                        </CalendarGrid>
                      </Calendar>
                    </I18nProvider>
                    <TodayButton
                      onPress={() => {
                        put(typedDate(today));
                        close();
                      }}
                    />
                  </>
                )}
              </Dialog>
            </Popover>
          </DialogTrigger>
        </div>
      )}
    </Field>
  );
}

/** Under the month: this day, by a press or by T from wherever one is in the month. */
function TodayButton({ onPress }: { onPress: () => void }) {
  const latest = useRef(onPress);
  latest.current = onPress;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 't' && !event.ctrlKey && !event.metaKey && !event.altKey) latest.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return (
    <footer className={styles.foot}>
      <AriaButton className={styles.today ?? ''} aria-keyshortcuts="t" onPress={onPress}>
        <Key>T</Key>
        {m.today()}
      </AriaButton>
    </footer>
  );
}
