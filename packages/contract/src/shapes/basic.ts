// The small shapes every feature shares: ids, labels, pages, versions.
import { z } from 'zod';

export const id = z.uuid();
export const countyId = z.string().regex(/^\d{5}$/);
export const districtId = z.string().regex(/^\d{8}$/);
export const programmeId = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/);
/** The version a change was based on; a stale one gives a conflict with both sides. */
export const version = z.number().int().min(0).max(2_147_483_647);

export const label = z.object({ zh: z.string(), en: z.string() });
export const coded = z.object({ code: z.string(), label });
export const named = z.object({ id, name: z.string() });

export const nothing = z.object({});
export const done = z.object({ ok: z.literal(true) });
export const changed = z.object({ id, version: z.number().int() });

/** A flag in a query string: true, false, 1, 0. */
export const queryFlag = z.union([z.boolean(), z.stringbool()]);

/** Which part of a list: the cursor is opaque and comes from the page before. */
export const page = {
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number<number>().int().min(1).max(200).default(50),
};
/** One part of a list; `next` is null at its end. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() });
