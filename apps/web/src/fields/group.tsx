// Fields that belong together, once or repeated.
import { type Answer, type Answers, type Field, isGroup, isUnknown } from '@anwang/core/forms';
import { Button } from '../ui/Button.tsx';
import { FieldGroup } from '../ui/Field.tsx';
import { m } from '../words/index.ts';
import { frameOf } from './frame.ts';
import type { FieldModule, InputProps } from './kind.ts';
import { moduleOf } from './registry.ts';

function entries(value: Answer | undefined): readonly Answers[] {
  return value !== undefined && isGroup(value) ? value : [];
}

function FieldOfGroup(props: InputProps) {
  const { Input: Own } = moduleOf(props.field.kind);
  return <Own {...props} />;
}

function sayAnswer(field: Field, value: Answer | undefined): string {
  if (value === undefined) return '';
  return isUnknown(value) ? m.unknown() : moduleOf(field.kind).text(field, value);
}

function Input(props: InputProps) {
  const list = entries(props.value);
  const shown = list.length > 0 ? list : [{}];
  const put = (index: number, field: string, next: Answer | undefined) => {
    const entry = Object.fromEntries(
      Object.entries({ ...shown[index], [field]: next }).filter(([, each]) => each !== undefined),
    ) as Answers;
    props.onChange(shown.map((each, at) => (at === index ? entry : each)));
  };
  return (
    <FieldGroup {...frameOf(props)}>
      {shown.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other identity than their place
        <div key={index} className="stack">
          {(props.field.fields ?? []).map((field) => (
            <FieldOfGroup key={field.id} field={field} value={entry[field.id]} onChange={(next) => put(index, field.id, next)} />
          ))}
        </div>
      ))}
      {props.field.repeats && (
        <div>
          <Button size="small" onClick={() => props.onChange([...shown, {}])}>
            {m.add_entry()}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}

/** Fields of kind group. */
export const group: FieldModule = {
  Input,
  text: (field, value) =>
    entries(value)
      .map((entry) =>
        (field.fields ?? [])
          .map((each) => sayAnswer(each, entry[each.id]))
          .filter(Boolean)
          .join(m.clause_mark()),
      )
      .join('；'),
};
