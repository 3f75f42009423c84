// The settings of the server as data: name, meaning, kind, default. The only reader of the environment; docs/reference/settings.md is made from this table.

type Kind = 'text' | 'number' | 'flag' | 'secret' | 'list';
export type SettingRow = { readonly name: string; readonly kind: Kind; readonly fallback: string | null; readonly meaning: string };

export const settingRows = [
  { name: 'ANWANG_HOST', kind: 'text', fallback: '127.0.0.1', meaning: 'Address to listen on.' },
  { name: 'ANWANG_PORT', kind: 'number', fallback: '8080', meaning: 'Port to listen on; 0 takes a free one. `--port` wins.' },
  {
    name: 'ANWANG_DATA',
    kind: 'text',
    fallback: '.anwang',
    meaning: 'Data folder: embedded PostgreSQL, keys, signed audit heads. `--data` wins.',
  },
  {
    name: 'ANWANG_ORIGIN',
    kind: 'text',
    fallback: null,
    meaning: 'Address under which browsers reach the product, e.g. https://anwang.example.gov.tw. Default: the address listened on.',
  },
  {
    name: 'DATABASE_URL',
    kind: 'secret',
    fallback: null,
    meaning:
      'An outside PostgreSQL 18 or later instead of the embedded one. Its login must be able to take the roles anwang_app, anwang_worker and anwang_auth.',
  },
  {
    name: 'DATABASE_MIGRATIONS_URL',
    kind: 'secret',
    fallback: null,
    meaning: 'Login for migrations on the outside PostgreSQL. Default: DATABASE_URL.',
  },
  {
    name: 'DATABASE_POOLED',
    kind: 'flag',
    fallback: 'false',
    meaning: 'A transaction pooler stands between the server and PostgreSQL: no named statements.',
  },
  { name: 'DATABASE_CONNECTIONS', kind: 'number', fallback: '12', meaning: 'Connections for requests, per server process.' },
  { name: 'ANWANG_KEYS', kind: 'text', fallback: null, meaning: 'Key file. Default: beside the data folder as the store decides.' },
  {
    name: 'ANWANG_AUDIT_HEADS_COPY',
    kind: 'text',
    fallback: null,
    meaning: 'File in another place, best on another machine and append-only, that receives every signed head of the audit as well.',
  },
  {
    name: 'ANWANG_WORK',
    kind: 'text',
    fallback: 'both',
    meaning: '`both`: requests and jobs in one process; `requests`: no jobs here; `jobs`: jobs only.',
  },
  { name: 'ANWANG_WEB', kind: 'text', fallback: null, meaning: 'Folder of the built web. Default: apps/web/dist.' },
  {
    name: 'ANWANG_TRUST_PROXY',
    kind: 'number',
    fallback: '0',
    meaning:
      'How many proxies stand between callers and the server, each of which adds to X-Forwarded-For the address it sees. What stands before their entries may be anything a caller writes and is not read.',
  },
  { name: 'ANWANG_LOG', kind: 'text', fallback: 'info', meaning: 'Log level: trace, debug, info, warn, error, silent.' },
  {
    name: 'ANWANG_OIDC_ISSUER',
    kind: 'text',
    fallback: null,
    meaning: 'Issuer of an outside identity provider (OpenID Connect discovery). Empty: local sign-in only.',
  },
  { name: 'ANWANG_OIDC_CLIENT', kind: 'text', fallback: null, meaning: 'Client id at the provider.' },
  { name: 'ANWANG_OIDC_SECRET', kind: 'secret', fallback: null, meaning: 'Client secret at the provider.' },
  { name: 'ANWANG_OIDC_NAME', kind: 'text', fallback: 'OpenID Connect', meaning: 'What the button on the sign-in page says.' },
  { name: 'ANWANG_OIDC_USERNAME', kind: 'text', fallback: 'preferred_username', meaning: 'Claim that holds the user name of the account.' },
  { name: 'ANWANG_LIMIT_REPORTS', kind: 'number', fallback: '20', meaning: 'Public reports per address and hour.' },
  { name: 'ANWANG_LIMIT_RECEIPTS', kind: 'number', fallback: '60', meaning: 'Receipt look-ups per address and hour.' },
  { name: 'ANWANG_LIMIT_SIGN_IN', kind: 'number', fallback: '60', meaning: 'Failed sign-ins per address and hour.' },
  {
    name: 'ANWANG_LIMIT_ACCOUNT',
    kind: 'number',
    fallback: '30',
    meaning:
      'Failed sign-ins under one user name per hour, from all networks together from which it did not come in lately; each of those has as many of its own.',
  },
] as const satisfies readonly SettingRow[];

type SettingName = (typeof settingRows)[number]['name'];
type Environment = Readonly<Record<string, string | undefined>>;

export type Settings = {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  readonly origin: string | null;
  readonly databaseUrl: string | null;
  readonly migrationsUrl: string | null;
  readonly pooled: boolean;
  readonly connections: number;
  readonly keys: string | null;
  readonly headsCopy: string | null;
  readonly work: 'both' | 'requests' | 'jobs';
  readonly web: string | null;
  /** Proxies before the server. */
  readonly trustProxy: number;
  readonly log: string;
  readonly oidc: {
    readonly issuer: string;
    readonly client: string;
    readonly secret: string;
    readonly name: string;
    readonly userName: string;
  } | null;
  readonly limits: { readonly reports: number; readonly receipts: number; readonly signIn: number; readonly account: number };
};

/** A whole number from text. Throws a sentence that names what it was given for. */
export function wholeNumber(name: string, text: string | null): number {
  const value = Number(text);
  if (text === null || text.trim() === '' || !Number.isInteger(value) || value < 0)
    throw new Error(`${name} is not a whole number: ${text}`);
  return value;
}

/** Reads the environment, or what a test hands in. Throws a sentence that names the setting. */
export function readSettings(environment: Environment = process.env): Settings {
  const raw = (name: SettingName): string | null =>
    environment[name]?.trim() || settingRows.find((row) => row.name === name)?.fallback || null;
  const text = (name: SettingName): string => raw(name) ?? '';
  const count = (name: SettingName): number => wholeNumber(name, raw(name));
  const flag = (name: SettingName): boolean => {
    const value = text(name);
    if (!['true', 'false', '1', '0'].includes(value)) throw new Error(`${name} is true or false, not ${value}`);
    return value === 'true' || value === '1';
  };
  const work = text('ANWANG_WORK');
  if (work !== 'both' && work !== 'requests' && work !== 'jobs') throw new Error(`ANWANG_WORK is both, requests or jobs, not ${work}`);
  return {
    host: text('ANWANG_HOST'),
    port: count('ANWANG_PORT'),
    data: text('ANWANG_DATA'),
    origin: raw('ANWANG_ORIGIN'),
    databaseUrl: raw('DATABASE_URL'),
    migrationsUrl: raw('DATABASE_MIGRATIONS_URL'),
    pooled: flag('DATABASE_POOLED'),
    connections: count('DATABASE_CONNECTIONS'),
    keys: raw('ANWANG_KEYS'),
    headsCopy: raw('ANWANG_AUDIT_HEADS_COPY'),
    work,
    web: raw('ANWANG_WEB'),
    trustProxy: count('ANWANG_TRUST_PROXY'),
    log: text('ANWANG_LOG'),
    oidc: readOidc(raw),
    limits: {
      reports: count('ANWANG_LIMIT_REPORTS'),
      receipts: count('ANWANG_LIMIT_RECEIPTS'),
      signIn: count('ANWANG_LIMIT_SIGN_IN'),
      account: count('ANWANG_LIMIT_ACCOUNT'),
    },
  };
}

function readOidc(raw: (name: SettingName) => string | null): Settings['oidc'] {
  const issuer = raw('ANWANG_OIDC_ISSUER');
  if (!issuer) return null;
  const client = raw('ANWANG_OIDC_CLIENT');
  const secret = raw('ANWANG_OIDC_SECRET');
  if (!client || !secret) throw new Error('ANWANG_OIDC_ISSUER is set: ANWANG_OIDC_CLIENT and ANWANG_OIDC_SECRET are needed too');
  return { issuer, client, secret, name: raw('ANWANG_OIDC_NAME') ?? issuer, userName: raw('ANWANG_OIDC_USERNAME') ?? 'preferred_username' };
}
