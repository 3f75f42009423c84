// A day and a time of day in Taipei.
import { isMoment, MomentInput } from '../ui/MomentInput.tsx';
import { formatMoment } from '../words/index.ts';
import { asText, frameOf } from './frame.ts';
import type { FieldModule } from './kind.ts';

/** Fields of kind instant. */
export const instant: FieldModule = {
  Input: (props) => (
    <MomentInput {...frameOf(props)} value={asText(props.value) || null} onChange={(next) => props.onChange(next ?? undefined)} />
  ),
  text: (_field, value) => (isMoment(asText(value)) ? formatMoment(asText(value)) : asText(value)),
};
