// The logical plan as plain data: a small relational tree that DuckDB and Spark SQL both understand (integer equality, CASE, GROUP BY, hash join).
// What is not here may not be used in the hot path, because the two dialects would read it differently (linkage.md §3.6).

export type Expr =
  | { readonly op: 'col'; readonly of: string | null; readonly name: string }
  | { readonly op: 'int'; readonly value: number }
  | { readonly op: 'num'; readonly value: number }
  | { readonly op: 'row' }
  | { readonly op: 'text'; readonly parts: readonly Expr[] }
  | { readonly op: 'eq' | 'lt' | 'gt' | 'ge' | 'same'; readonly a: Expr; readonly b: Expr }
  | { readonly op: 'and' | 'or' | 'add'; readonly of: readonly Expr[] }
  | { readonly op: 'mul'; readonly a: Expr; readonly b: Expr }
  | { readonly op: 'not' | 'isnull'; readonly a: Expr }
  | { readonly op: 'case'; readonly when: readonly (readonly [Expr, Expr])[]; readonly other: Expr }
  | { readonly op: 'coalesce'; readonly a: Expr; readonly b: Expr }
  | { readonly op: 'asint' | 'asbig' | 'astext'; readonly a: Expr }
  | { readonly op: 'least' | 'greatest'; readonly a: Expr; readonly b: Expr }
  | { readonly op: 'mixture'; readonly share: number; readonly bits: Expr }
  | { readonly op: 'count' }
  | { readonly op: 'sum' | 'max' | 'min'; readonly a: Expr };

export interface Join {
  readonly kind: 'inner' | 'left';
  readonly table: string;
  readonly as: string;
  readonly on: Expr;
}

export interface Select {
  readonly kind: 'select';
  readonly distinct?: boolean;
  readonly columns: readonly (readonly [string, Expr])[];
  readonly from: { readonly table: string; readonly as: string };
  readonly joins?: readonly Join[];
  readonly where?: Expr;
  readonly groupBy?: readonly Expr[];
  readonly having?: Expr;
}

interface Union {
  readonly kind: 'union';
  readonly of: readonly Select[];
}

export type Query = Select | Union;

/** One step: a table (or a view, where nothing is to be stored) made from a query. */
export interface Step {
  readonly id: string;
  readonly makes: string;
  readonly stored: boolean;
  readonly query: Query;
}

export const col = (of: string | null, name: string): Expr => ({ op: 'col', of, name });
export const int = (value: number): Expr => ({ op: 'int', value });
export const eq = (a: Expr, b: Expr): Expr => ({ op: 'eq', a, b });
export const gt = (a: Expr, b: Expr): Expr => ({ op: 'gt', a, b });
export const lt = (a: Expr, b: Expr): Expr => ({ op: 'lt', a, b });
export const not = (a: Expr): Expr => ({ op: 'not', a });
export const and = (...of: Expr[]): Expr => (of.length === 1 ? of[0]! : { op: 'and', of });
export const or = (...of: Expr[]): Expr => (of.length === 1 ? of[0]! : { op: 'or', of });
export const add = (...of: Expr[]): Expr => (of.length === 1 ? of[0]! : { op: 'add', of });
const _mul = (a: Expr, b: Expr): Expr => ({ op: 'mul', a, b });
export const asInt = (a: Expr): Expr => ({ op: 'asint', a });
export const when = (cases: readonly (readonly [Expr, Expr])[], other: Expr): Expr => ({ op: 'case', when: cases, other });
