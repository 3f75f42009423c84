-- A clock that is due later than before (a pause has ended, the level of service fell) tells anew what it told of the former moment, when it comes to that: else nobody would hear
-- that it is over a second time. What the clock itself reckons anew says how far it has told.
create function casework.told_anew() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not access.holds('{clock}') then
    new.escalated := 0;
  end if;
  return new;
end $$;
create trigger told_anew before update of due_at on casework.clock for each row
  when (new.stopped_at is null and new.due_at > old.due_at and new.escalated = old.escalated and old.escalated > 0)
  execute function casework.told_anew();
