import type { FieldModule } from './kind.ts';
import { NumberAnswer, numberText } from './number-answer.tsx';

/** Fields of kind decimal. */
export const decimal: FieldModule = { Input: (props) => <NumberAnswer {...props} fraction={true} />, text: numberText };
