// What is a condition? A tree of plain data over named facts: comparisons joined by all, any and not. It can be stored, sent, explained and compiled.

import type { ComparisonOp } from './operators.ts';

/** A single value in a condition. */
export type Scalar = string | number | boolean;
/** What is known about a name: a scalar, a list of codes, or null = unknown. */
export type Fact = Scalar | readonly string[] | null;
/** All facts a condition may ask for, by dotted name. A name that is missing is unknown. */
export type Facts = Readonly<Record<string, Fact>>;

/** One side of a comparison. Instants are ISO texts, dates `YYYY-MM-DD`. */
export type Operand =
  | { readonly ref: string }
  | { readonly value: Scalar | readonly Scalar[] }
  | { readonly fn: 'count'; readonly of: string }
  | { readonly fn: 'daysSince'; readonly of: string }
  | { readonly fn: 'hoursSince'; readonly of: string }
  | { readonly fn: 'hoursBetween'; readonly from: string; readonly to: string }
  | { readonly fn: 'daysBetween'; readonly from: string; readonly to: string }
  | { readonly fn: 'monthsBetween'; readonly from: string; readonly to: string }
  | { readonly fn: 'age'; readonly of: string; readonly at: string };

/** A comparison of two operands. */
export type Comparison = { readonly op: ComparisonOp; readonly left: Operand; readonly right: Operand };

/** A condition. An empty `all` is true, an empty `any` is false. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly known: string }
  | Comparison;

/** The condition that always holds. */
export const always: Condition = { all: [] };

/** Shorthand: fact `ref` compared with a value. */
export function when(ref: string, op: ComparisonOp, value: Scalar | readonly Scalar[]): Comparison {
  return { op, left: { ref }, right: { value } };
}
