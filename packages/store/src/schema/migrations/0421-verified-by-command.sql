-- The whole log is verified by a job, and by `anwang audit verify`: both are written down, and say against how many heads kept elsewhere it was held. Null = a row from before.
alter table audit.verification add column read_by text check (read_by in ('job', 'command')), add column copies integer;
