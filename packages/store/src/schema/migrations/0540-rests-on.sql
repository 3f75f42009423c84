-- What a report rests on that goes no further by itself: the open case that has the family (`serving_case`), or the earlier report of the same event.

alter table intake.proposal add column repeat_of uuid references intake.report(id);
alter table intake.proposal add column serving_case uuid references casework."case"(id);
alter table intake.proposal add constraint proposal_rests_on_one check (num_nonnulls(repeat_of, serving_case) <= 1);
create index report_repeat_of on intake.report (repeat_of) where repeat_of is not null;
-- Why a report is sent to a unit that need not take it as a new case.
alter table intake.dispatch add column told_as text constraint dispatch_told_as_check check (told_as in ('case', 'report'));
-- The case of the unit to which it is to be added, where there is one already.
alter table intake.dispatch add column for_case uuid references casework."case"(id);
