-- A password that an administrator gave is known to two: with it nobody comes in, it only serves to choose an own one.
alter table auth."account" add column given boolean not null default false;
comment on column auth."account".given is 'the password was set by an administrator and its holder has not chosen another yet';
