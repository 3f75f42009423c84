// One of a long list: typing finds it by any part of its words, arrows move, Escape gives up (the ARIA combobox pattern, by React Aria).

import { useId } from 'react';
import { Button, Collection, ComboBox, Header, Input, Label, ListBox, ListBoxItem, ListBoxSection, Popover } from 'react-aria-components';
import { m } from '../words/index.ts';
import styles from './Chooser.module.css';
import { fitsTyped } from './chooser-match.ts';
import fieldStyles from './Field.module.css';
import { type FieldFrame, Note, useStanding } from './Field.tsx';
import { Icon } from './Icon.tsx';
import type { Choice } from './inputs.tsx';

type Props = FieldFrame & { value: string | null; onChange: (next: string) => void; choices: readonly Choice[] };

type Group = { id: string; choices: readonly Choice[] };

/** The choices under their headings, in the order in which they come; null where nothing is grouped. */
function groupsOf(choices: readonly Choice[]): Group[] | null {
  if (choices.every((each) => each.group === undefined)) return null;
  return [...Map.groupBy(choices, (each) => each.group ?? '')].map(([id, list]) => ({ id, choices: list }));
}

/** A list that is searched by typing. */
export function Chooser({ value, onChange, choices, ...frame }: Props) {
  const id = useId();
  const { wrong, onChange: changed } = useStanding(frame);
  // A note is searched as well, and does not stand in the field once the choice is made.
  const searched = new Map(choices.map((each) => [each.label, `${each.label}　${each.note ?? ''}`]));
  const items: readonly (Choice | Group)[] = groupsOf(choices) ?? choices;
  const note = wrong ?? frame.origin ?? frame.hint;
  return (
    <ComboBox
      className={fieldStyles.field ?? ''}
      defaultItems={items}
      selectedKey={value === '' ? null : value}
      onSelectionChange={(key) => {
        changed();
        onChange(key === null ? '' : String(key));
      }}
      defaultFilter={(text, typed) => fitsTyped(searched.get(text) ?? text, typed)}
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
          <ListBox<Choice | Group> className={styles.list ?? ''} renderEmptyState={() => <p className="pad i2">{m.choose_none_fits()}</p>}>
            {(entry) =>
              'choices' in entry ? (
                <ListBoxSection id={`group ${entry.id}`}>
                  <Header className={styles.group ?? ''}>{entry.id}</Header>
                  <Collection items={entry.choices}>{(choice) => <Item id={choice.value} choice={choice} />}</Collection>
                </ListBoxSection>
              ) : (
                <Item id={entry.value} choice={entry} />
              )
            }
          </ListBox>
        </section>
      </Popover>
    </ComboBox>
  );
}

/** `id`: by it an item is known from one list to the next, where their order changes. */
function Item({ id, choice }: { id: string; choice: Choice }) {
  return (
    <ListBoxItem id={id} className={styles.item ?? ''} textValue={choice.label}>
      <span>{choice.label}</span>
      {choice.note && <span className="i3 t-s">{choice.note}</span>}
    </ListBoxItem>
  );
}
