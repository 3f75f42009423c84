-- Whoever proposed something may take it back before it is decided: nobody has decided then.
alter table casework.approval drop constraint approval_decision_check;
alter table casework.approval add constraint approval_decision_check check (decision in ('approved', 'sentBack', 'withdrawn'));
alter table casework.approval add constraint approval_withdrawn check (decision is distinct from 'withdrawn' or decided_by is null);
