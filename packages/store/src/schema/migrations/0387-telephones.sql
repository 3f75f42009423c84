-- Whom to ask: the telephone of a unit for those who work with it, another for the public, and the extension of an account. Digits as core/identity reads them.
alter table org.unit
  add column telephone text check (telephone ~ '^[0-9]{3,12}(#[0-9]{1,6})?$'),
  add column public_telephone text check (public_telephone ~ '^[0-9]{3,12}(#[0-9]{1,6})?$');
comment on column org.unit.telephone is 'For colleagues and partners; not told to the public.';
comment on column org.unit.public_telephone is 'Told to reporters; never the number of a worker.';
alter table org.account add column extension text check (extension ~ '^[0-9]{1,6}$');
comment on column org.account.extension is 'Extension at the telephone of the unit.';
