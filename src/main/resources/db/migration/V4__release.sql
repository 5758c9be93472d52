-- Money out and back: who released which bank files, and what the bank said of each payout.

-- The date whose night booked the end of the payout (paid, or given back to the merchant); null while it is in transit.
alter table payout add column ended_on date;
create index payout_ended on payout (ended_on);
create index payout_date on payout (business_date, state);

-- Why a payout deserves a look before it is released; written together with the bank files.
create table payout_look_at (
  business_date date not null,
  payout_id varchar(35)${c} not null,
  reason varchar(20)${c} not null,              -- FIRST_PAYOUT, ABOVE_AVERAGE, ACCOUNT_CHANGED
  earlier bigint not null,                      -- payouts of the 30 days before, for the average
  earlier_minor bigint not null,
  changed_on date,                              -- since when the account is another
  primary key (business_date, payout_id, reason)
);

-- A proposal to release the payouts of a date, and what became of it. One of a date is alive at a time.
create table payout_release (
  business_date date not null,
  proposal_no int not null,                     -- 1, 2, 3 … within the date
  state varchar(10)${c} not null,               -- PROPOSED, APPROVED (files on their way), RELEASED, WITHDRAWN, VOID, EXPIRED
  digest varchar(64)${c} not null,              -- over payouts, totals and the hashes of the bank files
  maker varchar(60)${c} not null,
  proposed_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  checker varchar(60)${c},                      -- null when released by the system
  approved_at timestamp(6) with time zone,
  released_at timestamp(6) with time zone,      -- when the files stood in released/
  ended_by varchar(60)${c},
  ended_at timestamp(6) with time zone,
  reason varchar(400)${c},                      -- why it ended without a release
  primary key (business_date, proposal_no),
  constraint four_eyes check (checker is null or lower(maker) <> lower(checker)),
  constraint approved_by_somebody
    check (state not in ('APPROVED', 'RELEASED') or checker is not null or maker = 'system')
);
create index payout_release_state on payout_release (state);

create table payout_release_total (
  business_date date not null,
  proposal_no int not null,
  value_date date not null,
  currency varchar(3)${c} not null,
  payouts bigint not null,
  amount_minor bigint not null,
  confirmed boolean not null,                   -- the maker confirmed the currency's total, which is above the limit
  primary key (business_date, proposal_no, value_date, currency)
);

create table payout_release_file (
  business_date date not null,
  proposal_no int not null,
  file_name varchar(100)${c} not null,
  sha256 varchar(64)${c} not null,
  primary key (business_date, proposal_no, file_name)
);

-- Every change of a payout's state after PREPARED. Only grows.
create table payout_event (
  payout_id varchar(35)${c} not null,
  event_no int not null,                        -- 1, 2, 3 … within the payout
  from_state varchar(20)${c} not null,
  to_state varchar(20)${c} not null,
  happened_at timestamp(6) with time zone not null,
  actor varchar(60)${c} not null,
  source varchar(200)${c} not null,             -- file:line of a bank's result, empty for a decision
  reason varchar(400)${c} not null,
  bank_date date,                               -- when the bank booked it, as it says
  business_date date,                           -- the date whose night booked it; null while it waits, and for what books nothing
  primary key (payout_id, event_no)
);
create index payout_event_date on payout_event (business_date, to_state);

-- Files of results that were taken. The same bytes are never taken twice.
create table payout_result_file (
  sha256 varchar(64)${c} primary key,
  file_name varchar(100)${c} not null unique,
  size_bytes bigint not null,
  taken_at timestamp(6) with time zone not null,
  results int not null,
  changed int not null,                         -- results that moved a payout to another state
  cases int not null,
  archived boolean not null
);
