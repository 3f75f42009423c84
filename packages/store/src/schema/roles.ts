// The database's roles (house.md, "Database roles"): owner for migrations, app, worker and auth for serving. None is a superuser, none may bypass row security.

import type { Client } from 'pg';
import { quoteLiteral, stateOf } from '../session/driver.ts';
import { type DatabaseRole, roleNames } from '../session/target.ts';

/**
 * Makes missing roles and lets the present login take the owner's. Run as somebody who may create roles.
 * @param passwords for logins of the embedded server; on an outside server its administrator gives them, or one login takes the roles.
 */
export async function ensureRoles(client: Client, passwords?: Readonly<Record<'app' | 'worker' | 'auth', string>>): Promise<void> {
  const known = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [Object.values(roleNames)]);
  const existing = new Set(known.rows.map((row) => row.rolname));
  for (const role of Object.keys(roleNames) as DatabaseRole[])
    if (!existing.has(roleNames[role]))
      await client.query(`create role ${roleNames[role]} nologin nosuperuser nobypassrls nocreatedb nocreaterole noreplication`);
  await client.query(`grant ${roleNames.owner} to current_user with inherit true, set true`).catch((error: unknown) => {
    // A superuser may take any role already; a plain login that was made a member by its administrator may not grant it to itself.
    if (stateOf(error) !== '42501') throw error;
  });
  for (const role of passwords ? (['app', 'worker', 'auth'] as const) : [])
    await client.query(`alter role ${roleNames[role]} login password ${quoteLiteral(passwords?.[role] ?? '')}`);
}

/** What is wrong with the roles that serve: sentences, none when all is well. The server refuses to start on any. */
export async function roleFaults(client: Client): Promise<string[]> {
  const strong = await client.query<{ rolname: string }>(
    `select rolname from pg_roles where (rolsuper or rolbypassrls) and (rolname = session_user or rolname = any($1))`,
    [[roleNames.app, roleNames.worker, roleNames.auth]],
  );
  const owned = await client.query<{ owner: string; relation: string }>(
    `select pg_get_userbyid(c.relowner) as owner, c.oid::regclass::text as relation from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r','p','v','m') and n.nspname in ('people','intake','casework','network','vault','files','audit','keys','erasure','system','access','org')
       and (pg_has_role(session_user, c.relowner, 'MEMBER') or pg_get_userbyid(c.relowner) = any($1)) order by 2 limit 3`,
    [[roleNames.app, roleNames.worker, roleNames.auth]],
  );
  return [
    ...strong.rows.map(
      (row) => `The database role ${row.rolname} is a superuser or may bypass row-level security; row-level policies would not bind it.`,
    ),
    ...owned.rows.map((row) => `The login owns ${row.relation} (through ${row.owner}); owners are not bound by row-level policies.`),
  ];
}
