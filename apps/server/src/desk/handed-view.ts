// The report of another county from which one goes on, or which goes on from it: written by the database as it was handed on. And the case that one hands over.
import { deskReport, handedCase } from '@anwang/contract/shapes';

/** Null where the report came to this desk first. */
export const handedFrom = (stored: unknown) => deskReport.shape.handedFrom.parse(stored ?? null);
/** Null where it was not handed on. */
export const handedTo = (stored: unknown) => deskReport.shape.handedTo.parse(stored ?? null);

/** Whether a report is a case that another county hands over. */
export const isTransfer = (report: { readonly handed_from: unknown }): boolean =>
  (handedFrom(report.handed_from)?.programme ?? null) !== null;

/** Under which part of a report's words stands what came with a case. */
export const handedPart = 'handed';

/** What came with the case; null where nothing did, or where it was erased. */
export function handedOver(texts: ReadonlyMap<string, { readonly text: string }>) {
  const kept = texts.get(handedPart)?.text;
  return kept === undefined ? null : handedCase.parse(JSON.parse(kept));
}
