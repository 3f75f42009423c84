-- Clocks are reckoned anew after a change of the calendar: one job lists the cases and dispatches, one job each does one of them. In a queue of their own, so that nothing else waits.
insert into system.task (name, queue, max_attempts) values ('clocks.reckon', 'reckon', 25), ('clocks.reckonCase', 'reckon', 25), ('clocks.reckonDesk', 'reckon', 25);
create index notice_case on system.notice (case_id) where case_id is not null;
create index notice_report on system.notice (report_id) where report_id is not null and case_id is null;
