import type { FieldModule } from './kind.ts';
import { NumberAnswer, numberText } from './number-answer.tsx';

/** Fields of kind integer. */
export const integer: FieldModule = { Input: (props) => <NumberAnswer {...props} fraction={false} />, text: numberText };
