-- Which cases were reopened? Few of many: the courses that ended before are read from these events when figures are counted.
create index event_reopened on casework.event (case_id, seq) where type = 'caseReopened';
