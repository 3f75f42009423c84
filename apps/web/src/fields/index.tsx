// All kinds of fields in one record typed over core's FieldKind: a kind without its module does not compile.
import { type Answers, type Field, type FieldKind, unknown } from '@anwang/core/forms';
import { CheckBox } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';
import { address } from './address.tsx';
import { choice } from './choice.tsx';
import { choices } from './choices.tsx';
import { date } from './date.tsx';
import { decimal } from './decimal.tsx';
import { files } from './files.tsx';
import { isUnknown, sayIn } from './frame.ts';
import { group } from './group.tsx';
import { instant } from './instant.tsx';
import { integer } from './integer.tsx';
import type { FieldModule, InputProps } from './kind.ts';
import { nationalId } from './national-id.tsx';
import { paragraph } from './paragraph.tsx';
import { person } from './person.tsx';
import { personName } from './person-name.tsx';
import { phone } from './phone.tsx';
import { register } from './registry.ts';
import { text } from './text.tsx';
import { yesNo } from './yes-no.tsx';

const modules: Readonly<Record<FieldKind, FieldModule>> = {
  text,
  paragraph,
  integer,
  decimal,
  yesNo,
  choice,
  choices,
  date,
  instant,
  nationalId,
  personName,
  phone,
  address,
  person,
  files,
  group,
};

register(modules);

/** Kinds among whose options "not known" stands by itself. */
const withUnknown: readonly FieldKind[] = ['choice', 'yesNo'];

/** The control of a field; where it must be answered, and not known is an answer, that can be said. */
export function FieldInput(props: InputProps) {
  const { field, value, onChange } = props;
  const { Input } = modules[field.kind];
  if (!field.required || !field.unknownAllowed || withUnknown.includes(field.kind)) return <Input {...props} />;
  return (
    <div>
      <Input {...props} />
      {/* Beside an answer it is out of reach: a slip of the hand would take the answer away. */}
      <div style={{ visibility: value === undefined || isUnknown(value) ? 'visible' : 'hidden' }}>
        <CheckBox
          label={m.unknown()}
          of={sayIn(field.label)}
          checked={isUnknown(value)}
          onChange={(on) => onChange(on ? unknown : undefined)}
        />
      </div>
    </div>
  );
}

/** What was answered, field by field, in the language of the screen; open questions are left out. */
export function answerLines(fields: readonly Field[], answers: Answers): { term: string; words: string }[] {
  return fields.flatMap((field) => {
    const answer = answers[field.id];
    if (answer === undefined) return [];
    const words = isUnknown(answer) ? m.unknown() : modules[field.kind].text(field, answer);
    return words === '' ? [] : [{ term: sayIn(field.label), words }];
  });
}
