-- The third leg: files of schemes and channels, held against the books.

create table scheme_file (
  file_no int primary key,                      -- 1, 2, 3 … in the order in which they were taken
  source varchar(30)${c} not null,              -- name in schemes.yml
  business_date date not null,                  -- of its name: the scheme's own day
  sequence_no int not null,
  file_name varchar(100)${c} not null unique,
  sha256 varchar(64)${c} not null,
  format varchar(40)${c} not null,
  size_bytes bigint not null,
  line_count bigint not null,
  record_count bigint not null,                 -- those that move money
  taken_at timestamp(6) with time zone not null,
  archived boolean not null,
  unique (source, business_date, sequence_no)
);

-- A source that was compared for a date.
create table scheme_day (
  source varchar(30)${c} not null,
  business_date date not null,
  first_date boolean not null,                  -- nothing of the source was compared before
  channels varchar(100)${c} not null,           -- as the settings said then
  cut_off varchar(5)${c} not null,
  carry_days int not null,
  actor varchar(60)${c} not null,
  compared_at timestamp(6) with time zone not null,
  primary key (source, business_date)
);

-- The master control: OWN - CARRIED_IN + CARRIED_OUT + DISPUTES + LONG - SHORT = SCHEME; and both sides' costs.
create table scheme_line (
  source varchar(30)${c} not null,
  business_date date not null,
  currency varchar(3)${c} not null,
  line varchar(20)${c} not null,
  item_count bigint not null,
  amount_minor bigint not null,
  primary key (source, business_date, currency, line)
);

-- Every record of a scheme's file that moves money. Amounts: + the scheme pays us, - we pay it. No card number.
create table scheme_record (
  file_no int not null,
  line_no int not null,
  source varchar(30)${c} not null,
  business_date date not null,
  txn_type varchar(20)${c} not null,
  original_type varchar(20)${c} not null,       -- of a REVERSAL what it undoes, else txn_type
  scheme_ref varchar(100)${c} not null,
  other_ref varchar(100)${c} not null,
  original_ref varchar(40)${c} not null,
  rrn varchar(12)${c} not null,
  terminal_id varchar(40)${c} not null,
  merchant_id varchar(40)${c} not null,
  amount_minor bigint not null,
  cost_minor bigint,                            -- what the scheme keeps, + we pay; null: its file does not say
  currency varchar(3)${c} not null,
  txn_time bigint not null,                     -- local seconds since 1970-01-01T00:00:00
  card_token varchar(64)${c} not null,          -- keyed digest; its first 16 digits name the key
  card_masked varchar(19)${c} not null,
  standing varchar(12)${c} not null,            -- WAITING, OUTSTANDING, JOINED, NETTED
  outcome varchar(20)${c} not null,
  decided_on date not null,                     -- date of the comparison that gave it this standing
  outstanding_on date,
  transaction_id varchar(40)${c},               -- ours
  own_date date,
  own_minor bigint,
  difference_minor bigint not null,
  case_id varchar(21)${c},
  primary key (file_no, line_no)
);
create index scheme_record_standing on scheme_record (source, standing);
create index scheme_record_ref on scheme_record (source, scheme_ref);
create index scheme_record_rrn on scheme_record (source, rrn);
create index scheme_record_transaction on scheme_record (transaction_id);
create index scheme_record_case on scheme_record (case_id);

-- What the books expected and no file had on its first date.
create table scheme_own (
  source varchar(30)${c} not null,
  transaction_id varchar(40)${c} not null,
  business_date date not null,
  txn_type varchar(20)${c} not null,
  scheme_ref varchar(64)${c} not null,
  rrn varchar(12)${c} not null,
  terminal_id varchar(8)${c} not null,
  merchant_id varchar(15)${c} not null,
  amount_minor bigint not null,
  cost_minor bigint,
  currency varchar(3)${c} not null,
  txn_time bigint not null,
  standing varchar(12)${c} not null,            -- WAITING, OUTSTANDING, JOINED, EARLIER
  decided_on date not null,
  outstanding_on date,
  case_id varchar(21)${c},
  primary key (source, transaction_id, business_date)
);
create index scheme_own_standing on scheme_own (source, standing);
create index scheme_own_case on scheme_own (case_id);
