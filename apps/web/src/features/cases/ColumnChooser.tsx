// Which columns of the list are shown.
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { CheckBox } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import styles from './CaseList.module.css';

type Props = {
  columns: readonly { id: string; header: string }[];
  hidden: readonly string[];
  onChange: (hidden: readonly string[]) => void;
};

/** The button with its list of columns. */
export function ColumnChooser({ columns, hidden, onChange }: Props) {
  return (
    <DialogTrigger>
      <Button className={buttonClass('plain', 'small')}>
        <Icon name="columns" />
        {m.columns()}
      </Button>
      <Popover className="float">
        <Dialog aria-label={m.columns()} className={styles.columns ?? ''}>
          {columns.map((column) => (
            <CheckBox
              key={column.id}
              label={column.header}
              checked={!hidden.includes(column.id)}
              onChange={(on) => onChange(on ? hidden.filter((each) => each !== column.id) : [...hidden, column.id])}
            />
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
