// A day, typed as 1150102 or picked.
import { DateInput } from '../ui/DateInput.tsx';
import { formatDate } from '../words/index.ts';
import { asText, frameOf } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind date. */
export const date: FieldModule = {
  Input: (props) => (
    <DateInput {...frameOf(props)} value={asText(props.value) || null} onChange={(next) => props.onChange(next ?? undefined)} />
  ),
  text: (_field, value) => (typeof value === 'string' ? formatDate(value) : ''),
};
