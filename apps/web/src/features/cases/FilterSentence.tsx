// The filter read as a sentence, each condition a word that can be changed. It is as short as what was chosen: a condition comes in when it is added.
import { type ReactNode, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Key } from '../../ui/Key.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Token } from '../../ui/Token.tsx';
import { m } from '../../words/index.ts';
import styles from './CaseList.module.css';
import { useConditions } from './conditions.ts';
import { type ConditionName, type FilterName, sortIds } from './filter.ts';
import type { CaseFilter } from './queries.ts';

type Props = {
  filter: CaseFilter;
  onChange: (next: Partial<Record<FilterName, string | undefined>>) => void;
  /** What stands at the end of the line. */
  children: ReactNode;
};

/** The sentence above the list. */
export function FilterSentence({ filter, onChange, children }: Props) {
  const { programmes, conditions } = useConditions(filter);
  // Added and not yet chosen: it stands in the sentence, and not in the address.
  const [added, setAdded] = useState<ConditionName>();
  const [adding, setAdding] = useState(false);
  const shown = conditions.filter((each) => each.value !== '' || each.name === added);
  const left = conditions.filter((each) => !shown.includes(each));
  const sortWords = { due: m.col_time_left(), newest: m.sort_newest(), received: m.sort_oldest(), lastContact: m.last_contact() };
  useKeys(left.length > 0 ? [{ key: 'f', does: m.filter_add(), run: () => setAdding(true) }] : []);
  return (
    <fieldset className={styles.sentence} aria-label={m.filter_label()} data-print="no">
      <span>{m.filter_show()}</span>
      <Token
        label={m.programme()}
        value={filter.programme ?? ''}
        none={m.filter_all_programmes()}
        choices={programmes}
        onChange={(programme) => onChange({ programme })}
      />
      {shown.map((each, at) => (
        <span key={each.name} className={styles.condition}>
          <span>{at === 0 ? m.filter_within({ rest: each.before }) : each.before}</span>
          <Token
            label={each.label}
            value={each.value}
            none={each.none}
            choices={each.choices}
            fresh={each.name === added && each.value === ''}
            onChange={(next) => {
              setAdded(undefined);
              onChange({ [each.name]: next });
            }}
          />
        </span>
      ))}
      <span>{m.filter_sort()}</span>
      <Token
        label={m.filter_sort_label()}
        value={filter.sort ?? 'due'}
        none={sortWords.due}
        choices={sortIds.map((each) => ({ value: each, label: sortWords[each] }))}
        onChange={(sort) => onChange({ sort })}
      />
      <span>{m.filter_end()}</span>
      {left.length > 0 && (
        <MenuTrigger isOpen={adding} onOpenChange={setAdding}>
          <Button className={buttonClass('bare', 'small')}>
            <Icon name="plus" />
            {m.filter_add()}
            <Key>F</Key>
          </Button>
          <Popover className={`float ${styles.menu}`}>
            <Menu aria-label={m.filter_add()} onAction={(key) => setAdded(left.find((each) => each.name === key)?.name)}>
              {left.map((each) => (
                <MenuItem key={each.name} id={each.name}>
                  {each.label}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      <span className="sp" />
      {children}
    </fieldset>
  );
}
