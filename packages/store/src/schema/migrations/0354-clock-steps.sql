-- Clocks that have come to a step are asked for each minute. By rule and the step told last, the index gives those, and passes by what has been told or is far
-- from its next step: reading all running clocks for it took 0.2 s with 19,000 cases, and as much longer as there are more.
create index case_clock_steps on casework.clock (rule, escalated, due_at) where stopped_at is null and paused_at is null;
