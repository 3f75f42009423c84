-- A case is called by whom it is about: when a masked name becomes known (陳○明, 陳小明), or is taken back, the title of the case says so too.
create function casework.title_follows() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update casework."case" c set title = replace(c.title, old.name, new.name)
    where c.subject_person_id = new.id and position(old.name in c.title) > 0;
  return null;
end $$;
revoke execute on function casework.title_follows from public;
create trigger title_follows after update of name on people.person for each row
  when (old.name is distinct from new.name and old.name <> '' and new.name <> '') execute function casework.title_follows();
-- Titles of before, which kept what was hidden then.
update casework."case" c set title = replace(c.title, n.given, n.name)
  from (select x.id, regexp_replace(x.title, '家庭$', '') as given, p.name from casework."case" x join people.person p on p.id = x.subject_person_id
    where position('○' in x.title) > 0 and p.name <> '' and position('○' in p.name) = 0) n
  where n.id = c.id and n.name like replace(n.given, '○', '_');
