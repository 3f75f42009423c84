-- Clocks are reckoned anew many cases in a transaction: what is read of one case at a time is read of all of them at once. (The functions stand among the policies.)
drop function if exists casework.clock_ground(uuid);
drop function if exists casework.clock_events(uuid);
drop function if exists casework.set_next_due(uuid, timestamptz, text);
