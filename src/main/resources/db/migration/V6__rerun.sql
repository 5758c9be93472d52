-- A closed date that is run again before its payouts leave: what it made before is superseded, never lost.

alter table business_day add column generation int default 1 not null;  -- 2 when the date was run again once

create table rerun (
  business_date date not null,
  generation int not null,                      -- the one that was begun: 2, 3 …
  state varchar(20)${c} not null,               -- BEGUN; UNDONE when the date is free to run
  actor varchar(60)${c} not null,
  reason varchar(400)${c} not null,
  begun_at timestamp(6) with time zone not null,
  primary key (business_date, generation)
);

-- The entry that this one takes back; entries themselves never change.
alter table journal_entry add column reverses varchar(26)${c};
create index journal_entry_reverses on journal_entry (reverses);

-- Entries of a re-run date that its latest generation needs; the others are taken back.
create table entry_standing (
  business_date date not null,
  generation int not null,
  entry_id varchar(26)${c} not null,
  primary key (business_date, generation, entry_id)
);

-- What deposits were before the last date changed them.
create table deposit_before as
  select cast(null as date) as business_date, true as existed, d.* from deposit d where 1 = 0;
create index deposit_before_date on deposit_before (business_date);

-- Results of earlier generations; their files stand in home/superseded.
create table superseded_position as select 1 as generation, p.* from position p where 1 = 0;
create index superseded_position_date on superseded_position (business_date, generation);
create table superseded_payout as select 1 as generation, p.* from payout p where 1 = 0;
create index superseded_payout_date on superseded_payout (business_date, generation);
create table superseded_case as select 1 as generation, c.* from review_case c where 1 = 0;
create index superseded_case_date on superseded_case (opened_on, generation);
create table superseded_transactions as select 1 as generation, t.* from transactions t where 1 = 0;
create index superseded_transactions_date on superseded_transactions (business_date, generation);
