-- The hour of a transaction, for the planner: without figures of this expression it expects nearly every row to be a
-- group of its own, and sorts a whole date on disk for the report.
create statistics transactions_hour on (mod(txn_time / 3600, 24)) from transactions;
