-- Disputes that schemes tell of: chargebacks, what was won back, manual refunds.

create table scheme_dispute (
  file_no int not null,
  line_no int not null,
  source varchar(30)${c} not null,
  business_date date not null,
  dispute_type varchar(4)${c} not null,         -- as the scheme spells it, for example E23
  reason varchar(8)${c} not null,
  scheme_ref varchar(100)${c} not null,
  rrn varchar(12)${c} not null,                 -- of the transaction that it is about
  terminal_id varchar(40)${c} not null,
  merchant_id varchar(40)${c} not null,         -- as the file has it
  amount_minor bigint not null,                 -- + the scheme pays us, - we pay it
  cost_minor bigint not null,                   -- what the scheme keeps, + we pay
  currency varchar(3)${c} not null,
  txn_time bigint not null,                     -- local seconds since 1970-01-01T00:00:00
  card_token varchar(64)${c} not null,
  card_masked varchar(19)${c} not null,
  answer_until date,                            -- null: nothing to answer
  transaction_id varchar(40)${c},               -- ours; null when not exactly one was found
  own_date date,
  own_merchant varchar(15)${c},
  channel varchar(20)${c},
  line varchar(20)${c} not null,                -- of the merchant's position; empty: nothing is booked
  why varchar(200)${c} not null,                -- nothing is booked; else empty
  case_id varchar(21)${c} not null,
  booked_on date,                               -- the date that booked it; null while it waits
  primary key (file_no, line_no)
);
create index scheme_dispute_original on scheme_dispute (transaction_id, own_date);
create index scheme_dispute_date on scheme_dispute (business_date);
create index scheme_dispute_booked on scheme_dispute (booked_on);
