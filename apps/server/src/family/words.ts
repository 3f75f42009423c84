// Words of rows about families, read as the contract's.
import { caseStatus, contactKind, kinRelation } from '@anwang/contract/shapes';
import type { z } from 'zod';

const reader =
  <T extends z.ZodEnum>(words: T) =>
  (text: string): z.output<T> => {
    if ((words.options as readonly string[]).includes(text)) return text as z.output<T>;
    throw new Error(`unknown word in a row: ${text}`);
  };

export const asKin = reader(kinRelation);
export const asContactKind = reader(contactKind);
export const asStatus = reader(caseStatus);
