-- What has left the books in good order, and what may not leave them.

create table retired_date (
  kind varchar(10)${c} not null,                -- WORKING, BOOKS
  business_date date not null,
  row_count bigint not null,                    -- rows that were exported, proved and removed
  sha256 varchar(64)${c} not null,              -- of SHA256SUMS in retired/KIND/DATE
  retired_by varchar(60)${c} not null,
  retired_at timestamp(6) with time zone not null,
  primary key (kind, business_date)
);

create table legal_hold (
  hold_no bigint primary key,                   -- 1, 2, 3 … in the order in which they were placed
  from_date date not null,                      -- first business date that stays
  to_date date,                                 -- last one; null: every later one
  reason varchar(1000)${c} not null,
  placed_by varchar(60)${c} not null,
  placed_at timestamp(6) with time zone not null,
  lift_reason varchar(1000)${c},
  lifted_by varchar(60)${c},
  lifted_at timestamp(6) with time zone,
  constraint legal_hold_order check (to_date is null or to_date >= from_date),
  constraint legal_hold_lifted check ((lifted_by is null) = (lift_reason is null))
);
