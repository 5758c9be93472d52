-- What PostgreSQL allows only to the owner of a table, as functions of the owner: a night can then run under a role that
-- owns nothing, see docs/SECURITY.md. With one role for everything they change nothing.

-- Room for the transactions of a date: a partition of their table, whose rows need not name the date.
create function room_for_transactions(wanted date) returns void
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $body$
declare
  part text := 'transactions_' || to_char(wanted, 'YYYYMMDD');
begin
  execute format('create table if not exists %I partition of transactions for values from (%L) to (%L)',
                 part, wanted, wanted + 1);
  execute format('alter table %I alter column business_date set default date %L', part, wanted);
end
$body$;

-- The rows of a date stand together by merchant: a summary of each few pages finds those of one.
create function summary_of_transactions(wanted date) returns void
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $body$
declare
  part text := 'transactions_' || to_char(wanted, 'YYYYMMDD');
begin
  execute format('create index if not exists %I on %I using brin (merchant_id) with (pages_per_range = 16)',
                 part || '_merchant', part);
end
$body$;

-- The summary learns of the pages that were added since it was made.
create function summary_of_transactions_completed(wanted date) returns void
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $body$
begin
  perform summary_of_transactions(wanted);
  perform brin_summarize_new_values(
    cast('transactions_' || to_char(wanted, 'YYYYMMDD') || '_merchant' as regclass));
end
$body$;

-- What later nights and people look single transactions of the date up by.
create function keys_of_transactions(wanted date) returns void
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $body$
declare
  part text := 'transactions_' || to_char(wanted, 'YYYYMMDD');
begin
  execute format('create unique index if not exists %I on %I (transaction_id)', part || '_id', part);
  execute format('create index if not exists %I on %I (rrn)', part || '_rrn', part);
  execute format('create index if not exists %I on %I (terminal_id)', part || '_terminal', part);
end
$body$;

-- What the planner knows of a table of the books.
create function figures_of(wanted text) returns void
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $body$
begin
  execute format('analyze %I', wanted);
end
$body$;
