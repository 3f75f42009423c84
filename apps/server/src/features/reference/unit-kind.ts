// The kind of a unit as a word of the contract.
import { unitKind } from '@anwang/contract/shapes';

/** Throws on a word that the schema's check does not know. */
export const asUnitKind = (kind: string) => unitKind.parse(kind);
