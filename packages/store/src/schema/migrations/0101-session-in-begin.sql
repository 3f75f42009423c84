-- A request's session is asked for in the same message that begins its transaction. The serving role may ask whose session a token is; it still reads no table of sign-in.
grant usage on schema auth to anwang_app, anwang_worker;
grant execute on function auth.session_of to anwang_app, anwang_worker;
