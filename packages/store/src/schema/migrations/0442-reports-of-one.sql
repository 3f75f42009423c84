-- Whoever takes reports reads their own, newest first, and how many today: of a million they are few.
create index report_created_by on intake.report (created_by, id) where created_by is not null;
