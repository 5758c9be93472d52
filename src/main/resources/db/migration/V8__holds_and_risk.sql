-- Holds on merchants and terminals, and what the rules of risk found: why payouts are held.

-- Placed and lifted by people; a night takes both over. It holds on the dates from business_date to until_date, and no
-- longer from lifted_on.
create table risk_hold (
  hold_id varchar(21)${c} primary key,          -- H and 20 hex digits over its content
  hold_no bigint not null unique,               -- 1, 2, 3 … in the order in which they were placed
  merchant_id varchar(15)${c} not null,         -- whose payouts are held
  terminal_id varchar(8)${c} not null,          -- the terminal that is on hold; empty: the merchant itself
  reason varchar(1000)${c} not null,
  until_date date,                              -- last business date on which it holds; null: until it is lifted
  placed_by varchar(60)${c} not null,
  placed_at timestamp(6) with time zone not null,
  business_date date,                           -- first date that it held; null while it waits for a night
  lift_reason varchar(1000)${c},
  lifted_by varchar(60)${c},
  lifted_at timestamp(6) with time zone,
  lifted_on date,                               -- first date on which it does not hold any more; null until a night took it
  constraint lifted_by_somebody check ((lifted_by is null) = (lift_reason is null)),
  constraint lifted_before_taken check (lifted_on is null or lifted_by is not null)
);
create index risk_hold_merchant on risk_hold (merchant_id);
create index risk_hold_taken on risk_hold (business_date);

-- What a rule measured on a date above its limit. Its case (kind RISK_RULE) says whether somebody has looked at it.
create table risk_hit (
  case_id varchar(21)${c} primary key,
  business_date date not null,
  merchant_id varchar(15)${c} not null,
  rule_id varchar(60)${c} not null,
  rule_kind varchar(20)${c} not null,           -- SINGLE_AMOUNT, DAILY_AMOUNT, REFUND_RATIO, RISK_DECLINES, NIGHT_SHARE, SAME_CARD
  hold_payout boolean not null,                 -- payouts are held while the case is open
  currency varchar(3)${c} not null,
  part bigint not null,                         -- what was measured: minor units or a number, see docs/SPEC-risk.md
  whole bigint not null,                        -- what it was measured against
  dates int not null                            -- dates with sales behind the whole, DAILY_AMOUNT only
);
create index risk_hit_merchant on risk_hit (merchant_id);
create index risk_hit_date on risk_hit (business_date);

-- How often each card was used in cleared sales of a merchant, only on dates whose rules ask (SAME_CARD).
create table card_use (
  business_date date not null,
  step varchar(40)${c} not null,
  partition_name varchar(200)${c} not null,
  merchant_id varchar(15)${c} not null,
  currency varchar(3)${c} not null,
  card_sha256 varchar(64)${c} not null,         -- of the token
  item_count bigint not null,
  amount_minor bigint not null,
  primary key (business_date, step, partition_name, merchant_id, currency, card_sha256)
);
create index card_use_merchant on card_use (business_date, merchant_id);

-- Why the payouts of a merchant are held on a date, besides status and payout_hold of merchants.csv.
create table position_hold (
  business_date date not null,
  merchant_id varchar(15)${c} not null,
  cause varchar(20)${c} not null,               -- MERCHANT_HOLD, TERMINAL_HOLD, RISK_RULE
  cause_id varchar(21)${c} not null,            -- the hold, or the case
  detail varchar(1000)${c} not null,
  primary key (business_date, merchant_id, cause_id)
);
