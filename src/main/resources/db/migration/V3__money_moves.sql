-- What people and banks do by day, taken over by the night that follows.

-- Money that moves between two accounts because of something outside of clearing: a decided case, a payout that the
-- bank refused. Written while its date opens, never changed.
create table money_move (
  business_date date not null,
  move_key varchar(180)${c} not null,           -- what it is for, for example CASE|K0123…|ADJUSTMENT
  merchant_id varchar(15)${c} not null,
  currency varchar(3)${c} not null,
  line varchar(20)${c} not null,                -- line of the merchant's position, empty when it is not concerned
  debit_account varchar(120)${c} not null,
  credit_account varchar(120)${c} not null,
  amount_minor bigint not null check (amount_minor > 0),
  description varchar(180)${c} not null,
  primary key (business_date, move_key)
);
create index money_move_merchant on money_move (business_date, merchant_id);

-- Whether the date has taken over what waited; what comes later waits for the next date.
alter table business_day add column taken_over boolean default false not null;

-- Who did what, as a chain: each record's hash covers the one before it. Only grows.
create table audit_record (
  record_no bigint primary key,                 -- 1, 2, 3 … without a gap
  recorded_at timestamp(6) with time zone not null,
  actor varchar(60)${c} not null,
  action varchar(60)${c} not null,
  subject varchar(200)${c} not null,
  detail varchar(4000)${c} not null,
  previous_sha256 varchar(64)${c} not null,
  sha256 varchar(64)${c} not null
);
-- The end of the chain; whoever adds a record locks this row.
create table audit_head (
  name varchar(30)${c} primary key,
  record_no bigint not null,
  sha256 varchar(64)${c} not null
);
insert into audit_head (name, record_no, sha256)
values ('audit', 0, '0000000000000000000000000000000000000000000000000000000000000000');
