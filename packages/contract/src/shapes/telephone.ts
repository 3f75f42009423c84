// Telephone numbers of offices, read as core/identity reads them; what cannot be read is named, not kept. Left out: as it stands.
import { parseExtension, parseTelephone } from '@anwang/core/identity';
import { z } from 'zod';

const read = (parse: (raw: string) => string | null, message: string, max: number) =>
  z
    .string()
    .max(max)
    .nullable()
    .transform((raw, context) => {
      if (raw === null || raw.trim() === '') return null;
      const value = parse(raw);
      if (value === null) context.addIssue({ code: 'custom', message });
      return value;
    })
    .optional();

/** The number of an office. */
export const telephone = read(parseTelephone, 'notATelephone', 60);
/** The extension of one who works there. */
export const extension = read(parseExtension, 'notAnExtension', 20);
