-- An emptied retention_floor let every date go, since nothing is smaller than nothing: it keeps everything.
create or replace function retire_books(wanted date) returns void
language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $body$
declare
  floor_days int := (select max(days) from retention_floor);
begin
  if floor_days is null then
    raise exception 'business date % is kept: table retention_floor is empty', wanted;
  end if;
  if wanted >= current_date - floor_days then
    raise exception 'business date % is kept at least % days (table retention_floor)', wanted, floor_days;
  end if;
  if not exists (select 1 from retired_date where kind = 'BOOKS' and business_date = wanted) then
    raise exception 'business date % has not been exported', wanted;
  end if;
  if exists (select 1 from legal_hold where lifted_by is null and from_date <= wanted
                                        and coalesce(to_date, wanted) >= wanted) then
    raise exception 'business date % is under a legal hold', wanted;
  end if;
  delete from posting where business_date = wanted;
  delete from journal_entry where business_date = wanted;
  delete from entry_standing where business_date = wanted;
  delete from superseded_position where business_date = wanted;
  delete from superseded_payout where business_date = wanted;
  delete from superseded_case where opened_on = wanted;
  delete from superseded_transactions where business_date = wanted;
  execute format('drop table if exists %I', 'transactions_' || to_char(wanted, 'YYYYMMDD'));
end
$body$;
