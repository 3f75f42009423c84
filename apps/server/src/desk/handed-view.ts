// The report of another county from which one goes on, or which goes on from it: written by the database as it was handed on.
import { deskReport } from '@anwang/contract/shapes';

/** Null where the report came to this desk first. */
export const handedFrom = (stored: unknown) => deskReport.shape.handedFrom.parse(stored ?? null);
/** Null where it was not handed on. */
export const handedTo = (stored: unknown) => deskReport.shape.handedTo.parse(stored ?? null);
