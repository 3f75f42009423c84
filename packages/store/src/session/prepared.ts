// A statement whose text is made once: built with places instead of values, compiled at its first use, and run from then on with values put in their places.
// Building and compiling a query costs Node more than sending it (measured: a case is opened with seventeen of them).

import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  type Expression,
  Kysely,
  type OperationNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  ValueNode,
} from 'kysely';
import type { Database } from '../schema/database.generated.ts';
import type { Tx } from './tx.ts';

/** Where a value will stand. */
class Place<Value> implements Expression<Value> {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
  get expressionType(): Value | undefined {
    return undefined;
  }
  toOperationNode(): OperationNode {
    return ValueNode.create(this);
  }
}

type Given = Readonly<Record<string, unknown>>;
/** Names a value that is given when the statement is run. */
export type Placing<Values extends Given> = <Name extends keyof Values & string>(name: Name) => Expression<Values[Name]>;

const compiler = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A statement in SQL, to be compiled like any other. */
export const bare = <Row>(text: RawBuilder<Row>): Compilable<Row> => ({ compile: () => text.compile(compiler) });

/** A statement of which only the values differ from one use to the next. */
export function prepared<Values extends Given, Row>(
  build: (db: Kysely<Database>, place: Placing<Values>) => Compilable<Row>,
): (tx: Tx, values: Values) => Promise<Row[]> {
  let made: CompiledQuery<Row> | undefined;
  return async (tx, values) => {
    made ??= build(compiler, (name) => new Place(name)).compile();
    return tx.run<Row>(made.sql, filled(made.parameters, values));
  };
}

/** As `prepared`, for what is written without waiting for its answer (see `Tx.send`). */
export function preparedSend<Values extends Given>(
  build: (db: Kysely<Database>, place: Placing<Values>) => Compilable,
): (tx: Tx, values: Values) => void {
  let made: CompiledQuery | undefined;
  return (tx, values) => {
    made ??= build(compiler, (name) => new Place(name)).compile();
    tx.send({ sql: made.sql, parameters: filled(made.parameters, values) });
  };
}

const mostShapes = 500;

/** A statement of which the text has a few shapes, by what is wanted; each is made once. `shape` is all that the text depends on. */
export function preparedByShape<Shape, Values extends Given, Row>(
  build: (db: Kysely<Database>, place: Placing<Values>, shape: Shape) => Compilable<Row>,
): (tx: Tx, shape: Shape, values: Values) => Promise<Row[]> {
  const made = new Map<string, CompiledQuery<Row>>();
  return async (tx, shape, values) => {
    const key = JSON.stringify(shape);
    let query = made.get(key);
    if (query === undefined) {
      query = build(compiler, (name) => new Place(name), shape).compile();
      if (made.size >= mostShapes) made.clear();
      made.set(key, query);
    }
    return tx.run<Row>(query.sql, filled(query.parameters, values));
  };
}

const filled = (parameters: readonly unknown[], values: Given): unknown[] =>
  parameters.map((one) => (one instanceof Place ? values[one.name] : one));
