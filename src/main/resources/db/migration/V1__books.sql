-- The tables of Qingfen, the same on PostgreSQL and H2. ${byDate} is the partition clause where the database has one.
-- ${c} sorts and compares text in byte order (collate "C" on PostgreSQL, nothing on H2), so ranges and orders agree.
-- Amounts are minor units (bigint) with the currency beside them. Files are numbers of input_file.

-- run control -------------------------------------------------------------------------------------------------------
create table business_day (
  business_date date primary key,
  state varchar(20)${c} not null,               -- OPEN, FAILED, CLOSED
  reference_sha256 varchar(64)${c},
  ranges int,                               -- how many ranges the working set was divided into
  opened_at timestamp(6) with time zone not null,
  closed_at timestamp(6) with time zone,
  failure varchar(4000)${c}
);

create table run_lease (
  name varchar(30)${c} primary key,
  token bigint not null,                    -- fencing token, grows with every take-over
  holder varchar(200)${c},                      -- host:pid, null when free
  business_date date,
  heartbeat_at timestamp(6) with time zone
);
insert into run_lease (name, token) values ('nightly-settlement', 0);

create table partition_done (
  business_date date not null,
  step varchar(40)${c} not null,
  partition_name varchar(200)${c} not null,
  token bigint not null,
  done_at timestamp(6) with time zone not null,
  primary key (business_date, step, partition_name)
);

create table night_total (
  business_date date not null,
  step varchar(40)${c} not null,
  partition_name varchar(200)${c} not null,
  measure varchar(60)${c} not null,
  currency varchar(3)${c} not null,
  item_count bigint not null,
  amount_minor bigint not null,
  primary key (business_date, step, partition_name, measure, currency)
);

create table control_total (
  business_date date not null,
  position_no int not null,
  boundary varchar(100)${c} not null,
  side varchar(60)${c} not null,
  item_count bigint not null,
  amount_minor bigint not null,
  currency varchar(3)${c} not null,
  counterpart_count bigint not null,
  counterpart_minor bigint not null,
  closed boolean not null,
  primary key (business_date, position_no)
);

-- reference ---------------------------------------------------------------------------------------------------------
create table reference_snapshot (
  business_date date not null,
  file_name varchar(100)${c} not null,
  sha256 varchar(64)${c} not null,
  part_no int not null,                     -- large files are kept in parts
  content bytea not null,                   -- gzip, then AES-GCM
  primary key (business_date, file_name, part_no)
);

create table merchant_account (
  merchant_id varchar(15)${c} not null,
  valid_from date not null,
  merchant_name varchar(400)${c} not null,
  account_name varchar(400)${c} not null,
  account_cipher bytea not null,
  account_digest varchar(64)${c} not null,      -- keyed digest: tells a change without decrypting
  account_masked varchar(64)${c} not null,
  bank_code varchar(40)${c} not null,
  bank_name varchar(400)${c} not null,
  primary key (merchant_id, valid_from)
);

-- intake ------------------------------------------------------------------------------------------------------------
create table input_file (
  file_no int primary key,
  business_date date not null,              -- the date that used it
  kind varchar(30)${c} not null,                -- TERMINAL_BATCHES, AUTHORIZATIONS
  file_date date not null,
  sequence_no int not null,
  file_name varchar(100)${c} not null,
  sha256 varchar(64)${c} not null,
  size_bytes bigint not null,
  line_count bigint not null,
  trailer_line int not null,
  stated_batches bigint not null,           -- of the trailer; 0 in an authorization file
  stated_records bigint not null,           -- details or authorizations
  stated_amount varchar(40)${c} not null,
  state varchar(20)${c} not null,               -- COLLECTED, ROUTED
  unique (kind, file_date, sequence_no)
);
create index input_file_date on input_file (business_date);

create table intake_chunk (
  business_date date not null,
  file_no int not null,
  chunk_no int not null,
  plan bigint not null,                     -- fencing token of the run that planned; a new plan has new partitions
  segment_no int not null,                  -- chunks routed together, into one file of the working set
  begin_byte bigint not null,
  end_byte bigint not null,
  first_line int not null,
  context_byte bigint not null,             -- where the batch header above the chunk begins, -1 without
  primary key (business_date, file_no, chunk_no)
);
create index intake_chunk_segment on intake_chunk (business_date, segment_no);

-- What routing a segment found in one file. Sums over segments are held against the trailer.
create table intake_tally (
  business_date date not null,
  segment_no int not null,
  file_no int not null,
  record_kind varchar(20)${c} not null,     -- BATCHES, CAPTURES, AUTHORIZATIONS, UNKNOWN (type), OTHER (H, T, empty)
  outcome varchar(10)${c} not null,         -- ACCEPTED, REJECTED, IGNORED
  currency varchar(3)${c} not null,         -- XXX where unknown
  digits int not null,                      -- decimals of amount_minor
  item_count bigint not null,
  amount_minor bigint not null,             -- of the readable amounts
  unreadable bigint not null,               -- records without a readable amount
  primary key (business_date, segment_no, file_no, record_kind, outcome, currency, digits)
);

-- Ranges of the working set: terminals by their number in the snapshot, the last exclusive.
create table working_range (
  business_date date not null,
  range_no int not null,
  begin_terminal int not null,
  end_terminal int not null,
  primary key (business_date, range_no)
);

create table intake_notice (
  business_date date not null,
  file_name varchar(400)${c} not null,
  notice varchar(30)${c} not null,              -- DUPLICATE_FILE, UNEXPECTED_NAME, FUTURE_DATE, REFUSED_FILE, UNREADABLE_AMOUNTS
  detail varchar(1000)${c} not null,
  primary key (business_date, file_name, notice)
);

create table reject (
  business_date date not null,
  file_no int not null,
  line_no int not null,
  record_type varchar(10)${c} not null,
  reason varchar(40)${c} not null,
  field varchar(40)${c} not null,
  detail varchar(400)${c} not null,
  primary key (business_date, file_no, line_no)
);

-- clearing ----------------------------------------------------------------------------------------------------------
-- One row per financial item judged on the date: pairs once, singles once.
create table transactions (
  business_date date not null,
  transaction_id varchar(40)${c} not null,
  merchant_id varchar(15)${c} not null,
  terminal_id varchar(8)${c} not null,
  batch_no varchar(6)${c} not null,
  trace_no varchar(6)${c} not null,
  rrn varchar(12)${c} not null,
  txn_type varchar(20)${c} not null,
  channel varchar(12)${c} not null,
  card_type varchar(12)${c} not null,
  amount_minor bigint not null,
  currency varchar(3)${c} not null,
  response_code varchar(2)${c} not null,
  match_status varchar(30)${c} not null,
  matched_by varchar(2)${c} not null,
  disposition varchar(12)${c} not null,
  fee_minor bigint,
  fee_rule varchar(60)${c},
  scheme_cost_minor bigint,
  net_minor bigint,
  txn_time bigint not null,                 -- local seconds since 1970-01-01T00:00:00
  entry_mode varchar(64)${c} not null,
  scheme_ref varchar(64)${c} not null,
  original_id varchar(40)${c},                  -- transaction id of the original of a void, refund or completion void
  original_date date,
  capture_file int,
  capture_line int,
  authorization_file int,
  authorization_line int
) ${byDate};
-- Indexes belong to each date's partition on PostgreSQL (created after its rows are in) and to the table on H2.
${indexes}

create table failure (
  business_date date not null,
  merchant_id varchar(15)${c} not null,
  terminal_id varchar(8)${c} not null,
  trace_no varchar(6)${c} not null,
  rrn varchar(12)${c} not null,
  txn_type varchar(20)${c} not null,
  channel varchar(12)${c} not null,
  card_type varchar(12)${c} not null,
  amount_minor bigint not null,
  currency varchar(3)${c} not null,
  txn_time bigint not null,
  response_code varchar(2)${c} not null,
  outcome varchar(20)${c} not null,
  authorization_file int not null,
  authorization_line int not null
);
create index failure_date on failure (business_date, merchant_id);

create table terminal_batch (
  terminal_id varchar(8)${c} not null,
  batch_no varchar(6)${c} not null,
  closed_at bigint not null,
  merchant_id varchar(15)${c} not null,
  business_date date not null,
  file_no int not null,
  line_no int not null,
  primary key (terminal_id, closed_at, batch_no)
);

-- What waits for a counterpart, a reversal or a person; removed_on is set when it is resolved.
create table open_item (
  item_id varchar(40)${c} not null,             -- transaction id of the item
  opened_on date not null,                  -- the date from which the carry counts
  kind varchar(13)${c} not null,                -- CAPTURE, AUTHORIZATION, PAIR, REVERSAL
  match_status varchar(30)${c} not null,        -- why it is open; REVERSAL_WITHOUT_ORIGINAL for a waiting reversal
  matched_by varchar(2)${c} not null,
  merchant_id varchar(15)${c} not null,
  terminal_id varchar(8)${c} not null,
  txn_type varchar(20)${c} not null,
  rrn varchar(12)${c} not null,
  currency varchar(3)${c} not null,
  captured_minor bigint,
  authorized_minor bigint,
  suspense_minor bigint not null,           -- credit side of suspense:MATCH_STATUS that this item holds (signed)
  withheld_minor bigint not null,           -- taken out of the merchant's position meanwhile, >= 0
  suspense_currency varchar(3)${c} not null,
  channel varchar(12)${c} not null,
  case_id varchar(21)${c},
  joins_until date not null,                -- last business date on which it takes part in matching
  capture bytea,
  authorization_record bytea,
  removed_on date,
  primary key (item_id, opened_on)
);
create index open_item_terminal on open_item (terminal_id, removed_on);
create index open_item_removed on open_item (removed_on);

-- Pairs that point at another record, passed from clearTerminals to clearFollowUps of the same date.
create table follow_up (
  business_date date not null,
  merchant_id varchar(15)${c} not null,
  item_id varchar(40)${c} not null,
  opened_on date,                           -- not null for a pair that was waiting
  case_id varchar(21)${c},
  matched_by varchar(2)${c} not null,
  match_status varchar(30)${c} not null,        -- of the waiting pair, empty for a new one
  suspense_minor bigint not null,
  withheld_minor bigint not null,
  joins_until date,
  capture bytea not null,
  authorization_record bytea not null,
  primary key (business_date, item_id)
);
create index follow_up_merchant on follow_up (business_date, merchant_id);

create table preauth_hold (
  merchant_id varchar(15)${c} not null,
  rrn varchar(12)${c} not null,
  opened_on date not null,
  terminal_id varchar(8)${c} not null,
  amount_minor bigint not null,
  currency varchar(3)${c} not null,
  expires_on date not null,                 -- last day on which it counts
  closed_on date,
  closed_by varchar(20)${c},                    -- PREAUTH_VOID, REVERSAL, COMPLETION
  primary key (merchant_id, rrn, opened_on)
);

-- Holds opened and closed by today's authorizations, applied per merchant before completions are judged.
create table hold_event (
  business_date date not null,
  merchant_id varchar(15)${c} not null,
  rrn varchar(12)${c} not null,
  kind varchar(20)${c} not null,                -- OPEN, PREAUTH_VOID, REVERSAL
  terminal_id varchar(8)${c} not null,
  amount_minor bigint not null,
  currency varchar(3)${c} not null,
  file_no int not null,
  line_no int not null,
  primary key (business_date, file_no, line_no)
);
create index hold_event_merchant on hold_event (business_date, merchant_id);

-- What later records did to a cleared original: voided, refunded, reversed after clearing. Only grows.
create table clearing_effect (
  original_id varchar(40)${c} not null,
  original_date date not null,
  merchant_id varchar(15)${c} not null,
  business_date date not null,
  kind varchar(20)${c} not null,                -- VOID, REFUND, REVERSAL
  item_id varchar(40)${c} not null,
  amount_minor bigint not null,
  fee_minor bigint not null,                -- given back, >= 0
  cost_minor bigint not null,
  primary key (original_id, original_date, kind, item_id)
);
create index clearing_effect_date on clearing_effect (business_date);

create table terminal_volume (
  business_date date not null,
  step varchar(40)${c} not null,
  partition_name varchar(200)${c} not null,
  terminal_id varchar(8)${c} not null,
  channel varchar(12)${c} not null,
  card_type varchar(12)${c} not null,
  amount_minor bigint not null,             -- sales - voids - refunds cleared on the date, signed
  currency varchar(3)${c} not null,
  primary key (business_date, step, partition_name, terminal_id, channel, card_type, currency)
);
create index terminal_volume_terminal on terminal_volume (terminal_id, business_date);

-- Money of the date by merchant, from clearing to settlement. line: SALES, VOIDS, REFUNDS, MERCHANT_FEES (signed, + =
-- owed to the merchant), SCHEME_COST (+ = we owe the scheme), CREDITS_WITHHELD (signed, - = taken), SUSPENSE (signed,
-- + = more held; kind = match status).
create table merchant_total (
  business_date date not null,
  step varchar(40)${c} not null,
  partition_name varchar(200)${c} not null,
  merchant_id varchar(15)${c} not null,
  currency varchar(3)${c} not null,
  channel varchar(12)${c} not null,
  line varchar(20)${c} not null,
  kind varchar(30)${c} not null,
  item_count bigint not null,
  amount_minor bigint not null,
  primary key (business_date, step, partition_name, merchant_id, currency, channel, line, kind)
);
create index merchant_total_merchant on merchant_total (business_date, merchant_id);

create table fee_total (
  business_date date not null,
  step varchar(40)${c} not null,
  partition_name varchar(200)${c} not null,
  merchant_id varchar(15)${c} not null,
  channel varchar(12)${c} not null,
  card_type varchar(12)${c} not null,
  fee_rule varchar(60)${c} not null,
  currency varchar(3)${c} not null,
  item_count bigint not null,
  amount_minor bigint not null,             -- signed: voids and refunds are negative
  fee_minor bigint not null,
  scheme_cost_minor bigint not null,
  primary key (business_date, step, partition_name, merchant_id, channel, card_type, fee_rule, currency)
);

-- review ------------------------------------------------------------------------------------------------------------
create table review_case (
  case_id varchar(21)${c} primary key,
  opened_on date not null,
  state varchar(20)${c} not null,
  kind varchar(40)${c} not null,
  resolution varchar(30)${c} not null,
  closed_on date,
  subject varchar(200)${c} not null,
  merchant_id varchar(15)${c} not null,
  terminal_id varchar(20)${c} not null,
  batch_no varchar(20)${c} not null,
  trace_no varchar(6)${c} not null,
  rrn varchar(12)${c} not null,
  captured_minor bigint,
  authorized_minor bigint,
  currency varchar(3)${c} not null,
  response_code varchar(2)${c} not null,
  exposure_minor bigint not null,
  capture_file int,
  capture_line int,
  authorization_file int,
  authorization_line int
);
create index review_case_open on review_case (closed_on, opened_on);

-- deposits ----------------------------------------------------------------------------------------------------------
create table deposit (
  terminal_id varchar(8)${c} primary key,
  merchant_id varchar(15)${c} not null,
  policy varchar(60)${c} not null,
  state varchar(20)${c} not null,               -- DUE, HELD, PART_REFUNDED, REFUNDED, FORFEITED, CONVERTED, RETURNED, SOLD
  activated_on date not null,
  window_ends_on date,
  amount_minor bigint not null,
  currency varchar(3)${c} not null,
  collected_minor bigint not null,
  refunded_minor bigint not null,
  forfeited_minor bigint not null,
  counted_minor bigint not null,            -- counted volume inside the window, may be negative
  counted_through date not null,            -- last date whose volume is in counted_minor
  earned_minor bigint not null,             -- refunds of the stages reached; never falls
  month_minor bigint not null,              -- counted volume of the running month, monthly policies only
  months_met int not null,                  -- months that reached the amount, from the first without a gap
  history_complete boolean not null,        -- everything that counts was seen, or told by an opening record
  case_opened_on date,                      -- when DEPOSIT_HISTORY_MISSING was opened, once
  changed_on date not null
);

create table deposit_event (
  business_date date not null,
  terminal_id varchar(8)${c} not null,
  event_no int not null,
  merchant_id varchar(15)${c} not null,
  kind varchar(20)${c} not null,                -- OPENING, PREPAID, WITHHELD, REFUNDED, RETURNED, FORFEITED, CONVERTED, SOLD
  amount_minor bigint not null,
  currency varchar(3)${c} not null,
  reason varchar(200)${c} not null,
  primary key (business_date, terminal_id, event_no)
);
create index deposit_event_merchant on deposit_event (business_date, merchant_id);

create table deposit_day (
  business_date date not null,
  terminal_id varchar(8)${c} not null,
  merchant_id varchar(15)${c} not null,
  policy varchar(60)${c} not null,
  state varchar(20)${c} not null,
  activated_on date not null,
  window_ends_on date,
  amount_minor bigint not null,
  currency varchar(3)${c} not null,
  collected_minor bigint not null,
  refunded_minor bigint not null,
  forfeited_minor bigint not null,
  held_minor bigint not null,
  counted_minor bigint not null,
  next_threshold_minor bigint,
  refund_today_minor bigint not null,
  collected_today_minor bigint not null,
  forfeited_today_minor bigint not null,
  primary key (business_date, terminal_id)
);

-- What is owed to merchants as deposits: per date, policy and merchant. Progress is counted_minor of next_threshold_minor,
-- both only of deposits that can still earn a refund; due_to_expire is held by windows that end within 30 days.
create view deposit_liability as
select business_date, policy, merchant_id, currency,
       count(*) as terminals,
       sum(collected_minor) as collected_minor,
       sum(refunded_minor) as refunded_minor,
       sum(forfeited_minor) as forfeited_minor,
       sum(held_minor) as held_minor,
       sum(case when next_threshold_minor is null then 0 else counted_minor end) as counted_minor,
       sum(coalesce(next_threshold_minor, 0)) as next_threshold_minor,
       min(case when held_minor > 0 and window_ends_on >= business_date then window_ends_on end) as next_window_ends_on,
       sum(case when window_ends_on between business_date and business_date + 30 then held_minor else 0 end)
         as due_to_expire_minor
  from deposit_day
 where state <> 'SOLD'
 group by business_date, policy, merchant_id, currency;

-- settlement --------------------------------------------------------------------------------------------------------
create table position (
  business_date date not null,
  merchant_id varchar(15)${c} not null,
  currency varchar(3)${c} not null,
  sales_count bigint not null,
  sales_minor bigint not null,
  voids_minor bigint not null,
  refunds_minor bigint not null,
  merchant_fees_minor bigint not null,
  instant_fee_minor bigint not null,
  deposit_withheld_minor bigint not null,
  deposit_refund_minor bigint not null,
  chargebacks_minor bigint not null,
  chargeback_reversals_minor bigint not null,
  adjustments_minor bigint not null,
  reserve_withheld_minor bigint not null,
  reserve_released_minor bigint not null,
  payout_returned_minor bigint not null,
  credits_withheld_minor bigint not null,
  brought_forward_minor bigint not null,
  net_minor bigint not null,
  decision varchar(20)${c} not null,
  payout_minor bigint not null,
  carried_forward_minor bigint not null,
  value_date date,
  primary key (business_date, merchant_id, currency)
);
create index position_merchant on position (merchant_id, business_date);

-- ledger: only grows ------------------------------------------------------------------------------------------------
create table journal_entry (
  entry_id varchar(26)${c} primary key,
  business_date date not null,
  entry_key varchar(200)${c} not null,
  description varchar(200)${c} not null
);
create index journal_entry_date on journal_entry (business_date);

create table posting (
  entry_id varchar(26)${c} not null,
  posting_no int not null,
  business_date date not null,
  account varchar(120)${c} not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  currency varchar(3)${c} not null,
  primary key (entry_id, posting_no)
);
create index posting_date on posting (business_date);

-- Roll-forward per date: accounts that have a balance or moved. Debit balances positive.
create table trial_balance (
  business_date date not null,
  account varchar(120)${c} not null,
  currency varchar(3)${c} not null,
  opening_minor bigint not null,
  debits_minor bigint not null,
  credits_minor bigint not null,
  closing_minor bigint not null,
  primary key (business_date, account, currency)
);

-- payouts -----------------------------------------------------------------------------------------------------------
create table payout (
  payout_id varchar(35)${c} primary key,
  business_date date not null,
  merchant_id varchar(15)${c} not null,
  currency varchar(3)${c} not null,
  amount_minor bigint not null,
  account_name varchar(400)${c} not null,
  account_masked varchar(64)${c} not null,
  account_cipher bytea not null,
  bank_code varchar(40)${c} not null,
  bank_name varchar(400)${c} not null,
  value_date date not null,
  state varchar(20)${c} not null,
  unique (business_date, merchant_id, currency)
);
create index payout_merchant on payout (merchant_id, business_date);

create table payout_file (
  business_date date not null,
  file_name varchar(100)${c} not null,
  sha256 varchar(64)${c} not null,
  payouts int not null,
  amount_minor bigint not null,
  currency varchar(3)${c} not null,
  value_date date not null,
  primary key (business_date, file_name)
);

-- reports -----------------------------------------------------------------------------------------------------------
-- What stands in outbox/DATE besides the bank files; the manifest is written from here.
create table report_file (
  business_date date not null,
  file_name varchar(100)${c} not null,
  sha256 varchar(64)${c} not null,
  size_bytes bigint not null,
  row_count bigint,                         -- null for a document without rows
  primary key (business_date, file_name)
);
