-- Whoever is in the middle of something when the account is closed is told so, and nobody else: only who has a session of it that would still live.
create function auth.is_closed(session_token text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from auth.session s join org.account a on a.id = s."userId"::uuid
    where s.token = session_token and s."expiresAt" > now() and not a.active and not a.system)
$$;
revoke execute on function auth.is_closed from public;
grant execute on function auth.is_closed to anwang_auth;
