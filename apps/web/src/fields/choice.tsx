// One of the options. "Not known" is one of them where it is allowed.
import { unknown } from '@anwang/core/forms';
import { OneOf } from '../ui/OneOf.tsx';
import { m } from '../words/index.ts';
import { frameOf, isUnknown, sayIn } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind choice. */
export const choice: FieldModule = {
  Input: (props) => {
    const options = (props.field.options ?? []).map((option) => ({
      value: option.code,
      label: sayIn(option.label),
      ...(option.tone ? { tone: option.tone } : {}),
      ...(option.note ? { note: sayIn(option.note) } : {}),
    }));
    const own = options.some((option) => option.value === 'unknown');
    const choices = props.field.unknownAllowed && !own ? [...options, { value: 'unknown', label: m.unknown() }] : options;
    const value = isUnknown(props.value) ? 'unknown' : typeof props.value === 'string' ? props.value : null;
    const change = (next: string) => props.onChange(next === '' ? undefined : next === 'unknown' && !own ? unknown : next);
    return <OneOf {...frameOf(props)} value={value} choices={choices} onChange={change} />;
  },
  text: (field, value) => {
    const option = field.options?.find((each) => each.code === value);
    return option ? sayIn(option.label) : String(value);
  },
};
