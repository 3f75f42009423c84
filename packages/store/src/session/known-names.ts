// Names of units, accounts and districts by id, remembered for a while: lists join them to every row, which cost more than finding the rows (a page of 50 cases:
// 0.40 ms of PostgreSQL's processor time with the names, 0.17 without). Everybody who is signed in may read them. A change made through this process is seen at
// once, one made through another within half a minute; an id that is not known is asked for.

type Kind = 'unit' | 'account' | 'district';
type Wanted = { readonly [K in Kind]?: readonly (string | null)[] };
/** The name of an id; null for none and for one that does not exist. */
export type NameOf = (kind: Kind, id: string | null) => string | null;
type Asking = { run<Row>(text: string, values: readonly unknown[]): Promise<Row[]>; readonly renames: boolean };

const freshMs = 30_000;
const mostKept = 50_000;

const asked = `select 'unit' as kind, id::text as id, name_zh as name from org.unit where id = any($1::uuid[])
  union all select 'account', id::text, name from org.account where id = any($2::uuid[])
  union all select 'district', id, name_zh from org.district where id = any($3::text[])`;

const noNames = (): Record<Kind, Map<string, string>> => ({ unit: new Map(), account: new Map(), district: new Map() });

/** The names of one store; each session asks through its own transaction. */
export class KnownNames {
  #held = noNames();
  #since = 0;

  /** Something was renamed and committed. What is being read at this moment is not kept. */
  forget(): void {
    this.#held = noNames();
    this.#since = Date.now();
  }

  /** The names of these ids. */
  async read(tx: Asking, wanted: Wanted): Promise<NameOf> {
    const { unit, account, district } = this.#held;
    if (Date.now() - this.#since > freshMs || unit.size + account.size + district.size > mostKept) this.forget();
    // A session that has renamed something sees its own names, and what it sees is not yet so for others.
    const held = tx.renames ? noNames() : this.#held;
    const missing = (kind: Kind): string[] => {
      const names = held[kind];
      const unknown = wanted[kind]?.filter((id): id is string => id !== null && !names.has(id)) ?? [];
      return unknown.length > 1 ? [...new Set(unknown)] : unknown;
    };
    const lists = [missing('unit'), missing('account'), missing('district')];
    if (lists.some((list) => list.length > 0))
      for (const row of await tx.run<{ kind: Kind; id: string; name: string }>(asked, lists)) held[row.kind].set(row.id, row.name);
    return (kind, id) => (id === null ? null : (held[kind].get(id) ?? null));
  }
}
