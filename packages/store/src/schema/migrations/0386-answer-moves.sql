-- By when a unit was asked to answer follows the clock when the calendar changes; what it was told at first is kept beside it.
alter table network.referral add column first_due timestamptz;
comment on column network.referral.first_due is 'What was told when it was sent, where a change of the calendar has moved it since.';
