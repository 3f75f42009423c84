// A day, typed as 1150102 or picked.
import { DateInput } from '../ui/DateInput.tsx';
import { formatDate } from '../words/index.ts';
import { isDay } from '../words/roc-date.ts';
import { asText, frameOf } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind date. */
export const date: FieldModule = {
  Input: (props) => (
    <DateInput {...frameOf(props)} value={asText(props.value) || null} onChange={(next) => props.onChange(next ?? undefined)} />
  ),
  text: (_field, value) => (isDay(asText(value)) ? formatDate(asText(value)) : asText(value)),
};
