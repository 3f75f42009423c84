// The fields of a command; what is asked of each member of the household, or of each thing in the home, stands as rows under one heading, so that it is walked in a minute.
import type { Answer, Answers, Field } from '@anwang/core/forms';
import { FieldInput } from '../../fields/index.tsx';
import { Button } from '../../ui/Button.tsx';
import { m } from '../../words/index.ts';
import styles from './Case.module.css';
import { isFormField } from './form-fields.ts';
import { homeField } from './home-checks.ts';
import { metField } from './presence.ts';

type Props = {
  fields: readonly Field[];
  /** Of the form that the programme has for the act. */
  formName: string;
  answers: Answers;
  onPut: (given: Readonly<Record<string, Answer | undefined>>) => void;
  faultOf: (id: string) => string | undefined;
};

const rowsOf = (id: string): string | undefined => [homeField, metField].find((prefix) => id.startsWith(prefix));
/** The heading under which the form of the programme stands. */
const partOf = (id: string): string | undefined => (isFormField(id) ? 'form' : rowsOf(id));

/** Fields in order; those of one kind of row together. */
function grouped(fields: readonly Field[]): { readonly rows: string | undefined; readonly fields: readonly Field[] }[] {
  const groups: { rows: string | undefined; fields: Field[] }[] = [];
  for (const field of fields) {
    const rows = partOf(field.id);
    const last = groups.at(-1);
    if (last && rows !== undefined && last.rows === rows) last.fields.push(field);
    else groups.push({ rows, fields: [field] });
  }
  return groups;
}

/** The body of the form. */
export function CommandFields({ fields, formName, answers, onPut, faultOf }: Props) {
  const input = (field: Field) => (
    <FieldInput
      key={field.id}
      field={field}
      value={answers[field.id]}
      onChange={(next) => onPut({ [field.id]: next })}
      error={faultOf(field.id)}
    />
  );
  return (
    <div className={styles.form}>
      {grouped(fields).map(({ rows, fields: some }) => {
        if (rows === undefined) return some.map(input);
        if (rows === 'form')
          return (
            <section key={rows} className={styles.items} aria-label={formName}>
              <h3>{formName}</h3>
              {some.map(input)}
            </section>
          );
        const open = some.filter((field) => answers[field.id] === undefined);
        return (
          <section key={rows} className={styles.rows} aria-label={rows === homeField ? m.rows_home() : m.rows_met()}>
            <h3>{rows === homeField ? m.rows_home() : m.rows_met()}</h3>
            {some.map(input)}
            {rows === homeField && open.length > 0 && open.length < some.length && (
              <Button size="small" onClick={() => onPut(Object.fromEntries(open.map((field) => [field.id, 'notLooked'])))}>
                {m.rows_rest_not_looked({ n: open.length })}
              </Button>
            )}
          </section>
        );
      })}
    </div>
  );
}
