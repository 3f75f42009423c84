-- Look-ups that lists and policies make by the other end of a reference; found by reading the plans of the bench (docs/bench.md).

create index report_person_record on intake.report_person (record_id);   -- the policy of people.record asks it per row
create index approval_case on casework.approval (case_id);
create index contact_source on people.contact (source);                  -- what came with a source row follows its link
create index flag_record on people.flag (record_id);
