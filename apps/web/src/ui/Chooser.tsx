// One of a long list: typing finds it by any part of its words, arrows move, Escape gives up (the ARIA combobox pattern, by React Aria).

import { useId } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { m } from '../words/index.ts';
import styles from './Chooser.module.css';
import { fitsTyped } from './chooser-match.ts';
import fieldStyles from './Field.module.css';
import { type FieldFrame, Note, useStanding } from './Field.tsx';
import { Icon } from './Icon.tsx';
import type { Choice } from './inputs.tsx';

type Props = FieldFrame & { value: string | null; onChange: (next: string) => void; choices: readonly Choice[] };

/** A list that is searched by typing. */
export function Chooser({ value, onChange, choices, ...frame }: Props) {
  const id = useId();
  const { wrong, onChange: changed } = useStanding(frame);
  const note = wrong ?? frame.origin ?? frame.hint;
  return (
    <ComboBox
      className={fieldStyles.field ?? ''}
      defaultItems={choices}
      selectedKey={value === '' ? null : value}
      onSelectionChange={(key) => {
        changed();
        onChange(key === null ? '' : String(key));
      }}
      defaultFilter={fitsTyped}
      menuTrigger="focus"
      allowsEmptyCollection
      isRequired={frame.required ?? false}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
      {...(note ? { 'aria-describedby': `${id}-note` } : {})}
    >
      <Label>{frame.label}</Label>
      <div className={styles.box}>
        <Input className={fieldStyles.input ?? ''} placeholder={m.choose_by_typing()} />
        <Button className={styles.opener ?? ''}>
          <Icon name="down" />
        </Button>
      </div>
      <Note id={id} wrong={wrong} note={note} />
      <Popover className={styles.popover ?? ''}>
        <section aria-label={m.choose()}>
          <ListBox<Choice> className={styles.list ?? ''} renderEmptyState={() => <p className="pad i2">{m.choose_none_fits()}</p>}>
            {(choice) => (
              <ListBoxItem
                id={choice.value}
                className={styles.item ?? ''}
                textValue={choice.note ? `${choice.label}　${choice.note}` : choice.label}
              >
                <span>{choice.label}</span>
                {choice.note && <span className="i3 t-s">{choice.note}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </section>
      </Popover>
    </ComboBox>
  );
}
