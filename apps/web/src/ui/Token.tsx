// A word of a filter sentence that can be changed: it reads as text, acts as a list; a long list is searched by typing.

import { useEffect, useRef } from 'react';
import { Autocomplete, Button, Dialog, DialogTrigger, Input, ListBox, ListBoxItem, Popover, SearchField } from 'react-aria-components';
import { m } from '../words/index.ts';
import chooserStyles from './Chooser.module.css';
import { fitsTyped } from './chooser-match.ts';
import fieldStyles from './Field.module.css';
import type { Choice } from './inputs.tsx';
import styles from './Token.module.css';

type Props = {
  label: string;
  value: string;
  none: string;
  choices: readonly Choice[];
  /** Just put there to be chosen: the keyboard is at it, a long list is open. */
  fresh?: boolean;
  onChange: (next: string) => void;
};

/** Above this many, looking through them costs more than typing. */
const longList = 10;

/** A filter word. @param none what stands there when nothing is chosen */
export function Token(props: Props) {
  return props.choices.length > longList ? <LongToken {...props} /> : <ShortToken {...props} />;
}

function ShortToken({ label, value, none, choices, fresh, onChange }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (fresh) select.current?.focus();
  }, [fresh]);
  return (
    <select ref={select} className={styles.token} aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{none}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

function LongToken({ label, value, none, choices, fresh, onChange }: Props) {
  const chosen = choices.find((choice) => choice.value === value)?.label ?? none;
  return (
    <DialogTrigger defaultOpen={fresh === true}>
      <Button className={styles.token ?? ''} aria-label={`${label} ${chosen}`}>
        {chosen}
      </Button>
      <Popover className={`${chooserStyles.popover} ${styles.popover}`}>
        <Dialog className={styles.dialog ?? ''} aria-label={label}>
          {({ close }) => (
            <Autocomplete filter={fitsTyped}>
              <SearchField aria-label={m.choose_by_typing()} autoFocus className={styles.search ?? ''}>
                <Input className={fieldStyles.input ?? ''} placeholder={m.choose_by_typing()} />
              </SearchField>
              <ListBox
                aria-label={label}
                className={chooserStyles.list ?? ''}
                items={[{ value: '', label: none }, ...choices]}
                selectionMode="single"
                selectedKeys={[value]}
                renderEmptyState={() => <p className="pad i2">{m.choose_none_fits()}</p>}
                onSelectionChange={(keys) => {
                  const [key] = keys === 'all' ? [] : keys;
                  // Choosing what is chosen already changes nothing.
                  if (key !== undefined) onChange(String(key));
                  close();
                }}
              >
                {(choice) => (
                  <ListBoxItem id={choice.value} className={chooserStyles.item ?? ''} textValue={choice.label}>
                    {choice.label}
                  </ListBoxItem>
                )}
              </ListBox>
            </Autocomplete>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
