// Columns that hold one of a few words come back as text. A word that the schema's checks do not know is a bug.
import type { z } from 'zod';

/** Reads a column as one of the contract's words. @throws for a word the contract does not know */
export const wordReader =
  <Words extends Readonly<Record<string, string>>>(words: z.ZodEnum<Words>) =>
  (text: string): Words[keyof Words] => {
    const known = words.options.find((each) => each === text);
    if (known === undefined) throw new Error(`unknown word in a row: ${text}`);
    return known;
  };
