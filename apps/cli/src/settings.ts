// The settings of the command line: the same names as the server's where they mean the same. The only reader of the environment here.

export interface CliSettings {
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly migrationsUrl: string | undefined;
  readonly keys: string | undefined;
  readonly pooled: boolean;
  readonly headsCopy: string | undefined;
}

const text = (name: string): string | undefined => {
  const value = process.env[name];
  return value === undefined || value === '' ? undefined : value;
};

/** Settings from the environment; `data` from the command line wins. */
export const readSettings = (data: string | undefined): CliSettings => ({
  data: data ?? text('ANWANG_DATA') ?? '.anwang',
  databaseUrl: text('DATABASE_URL'),
  migrationsUrl: text('DATABASE_MIGRATIONS_URL'),
  keys: text('ANWANG_KEYS'),
  pooled: text('DATABASE_POOLED') === 'true',
  headsCopy: text('ANWANG_AUDIT_HEADS_COPY'),
});

/** What `anwang settings` prints. */
export const SETTINGS: readonly (readonly [name: string, meaning: string])[] = [
  ['ANWANG_DATA', 'Data folder; --data wins. Default .anwang 資料夾'],
  ['ANWANG_KEYS', 'Key file. Default: beside the data folder 金鑰檔'],
  ['DATABASE_URL', 'An outside PostgreSQL ≥ 18 instead of the embedded one 外部資料庫'],
  ['DATABASE_MIGRATIONS_URL', 'Login for migrations on the outside PostgreSQL. Default: DATABASE_URL'],
  ['ANWANG_AUDIT_HEADS_COPY', 'Second file of signed heads, as the server writes it; `audit verify` reads it too 簽署檔副本'],
  ['DATABASE_POOLED', 'true when a transaction pooler stands in between 經連線池'],
];
