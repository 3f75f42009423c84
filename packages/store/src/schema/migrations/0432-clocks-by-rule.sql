-- The figures count the clocks of a few rules by the month in which they were due: of millions of clocks some tens of thousands.
create index case_clock_rule on casework.clock (rule, due_at);
