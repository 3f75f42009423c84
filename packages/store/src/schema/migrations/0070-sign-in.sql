-- The auth role's rights, and the one question every request asks: whose session is this, and is the account still open?

grant usage on schema auth to anwang_auth;
grant select, insert, update, delete on all tables in schema auth to anwang_auth;

-- The auth role may not read accounts; it learns only whether this session's account is active, and its version (grants changed → version changed).
create function auth.session_of(session_token text)
returns table (session_id text, account_id uuid, account_version integer, username text, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, a.id, a.version, a.username, s."expiresAt"
  from auth.session s join org.account a on a.id = s."userId"::uuid
  where s.token = session_token and s."expiresAt" > now() and a.active and not a.system
$$;
revoke execute on function auth.session_of from public;
grant execute on function auth.session_of to anwang_auth;
comment on function auth.session_of is 'One row when the session lives and its account is active, none otherwise; revocation and closing an account take effect at the next request.';
