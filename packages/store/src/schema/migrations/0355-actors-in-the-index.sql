-- Whether an account is a person of the index is kept with its reach (access.answers): most are not, and then nobody is asked for their relatives. The stamp moves with it.
drop trigger account_changed on org.account;
create trigger account_changed after update on org.account for each row
  when (old.active is distinct from new.active or old.system is distinct from new.system or old.person_id is distinct from new.person_id)
  execute function access.account_changed();
