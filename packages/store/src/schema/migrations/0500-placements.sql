-- How many children of a case are in placement: said wherever the case stands in a list. Where they are is in no row of the case.
alter table casework."case" add column placed integer not null default 0 check (placed >= 0);
