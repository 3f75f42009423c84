-- A contact that a report wants hidden may stand already: open, from an earlier report, or hidden from fewer people than are known now.
-- The function only ever hides, and keeps nothing from the person itself: calling it tells and opens nothing.
create function people.hide_contacts(person uuid, contacts uuid[], kept_from uuid[], review date) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update people.contact c set hidden = true, version = c.version + 1,
    hidden_from = array(select distinct x from unnest(c.hidden_from || kept_from) x),
    review_on = case when c.hidden then c.review_on else review end,
    review_told_at = case when c.hidden then c.review_told_at end
  where c.person_id = hide_contacts.person and c.id = any (hide_contacts.contacts) and c.valid_until is null
    and not (c.hidden and kept_from <@ c.hidden_from) and hide_contacts.person <> all (kept_from) and kept_from <> '{}';
$$;
revoke execute on function people.hide_contacts from public;

-- Once a person has decided who somebody of a report is, what the report wants hidden is hidden there.
insert into system.task (name, queue, max_attempts) values ('intake.hide', null, 25);
