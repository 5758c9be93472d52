-- Fees of closed dates that people correct: proposed from a comparison with other fee plans, approved by another person,
-- booked by the next night.

create table adjustment (
  adjustment_id varchar(21)${c} primary key,    -- J and 20 hex digits over its content
  adjustment_no bigint not null unique,         -- 1, 2, 3 … in the order in which they were proposed
  from_date date not null,                      -- first and last business date whose fees it corrects
  to_date date not null,
  plan_name varchar(400)${c} not null,          -- the file of other fee plans, as the maker named it
  plan_sha256 varchar(64)${c} not null,
  plan_content bytea not null,                  -- its bytes, so that anybody can reckon again
  only_merchants varchar(1000)${c} not null,    -- ids separated by commas; empty: every merchant with a difference
  digest varchar(64)${c} not null,              -- over period, plan and every row of adjustment_line
  reason varchar(1000)${c} not null,
  state varchar(10)${c} not null,               -- PROPOSED, APPROVED, REJECTED, WITHDRAWN, APPLIED
  maker varchar(60)${c} not null,
  proposed_at timestamp(6) with time zone not null,
  checker varchar(60)${c},
  approved_at timestamp(6) with time zone,
  ended_by varchar(60)${c},                     -- who rejected or withdrew it
  ended_at timestamp(6) with time zone,
  end_reason varchar(1000)${c},
  business_date date,                           -- whose night booked it
  constraint adjustment_period check (from_date <= to_date),
  constraint adjustment_four_eyes check (checker is null or lower(maker) <> lower(checker)),
  constraint adjustment_checked check (state not in ('APPROVED', 'APPLIED') or checker is not null),
  constraint adjustment_ended check ((state in ('REJECTED', 'WITHDRAWN')) = (ended_by is not null)),
  constraint adjustment_booked check ((state = 'APPLIED') = (business_date is not null))
);
create index adjustment_state on adjustment (state);
create index adjustment_booked_on on adjustment (business_date);

-- Every fee of its merchants on its dates: as booked, and under the other plans. Never changed.
create table adjustment_line (
  adjustment_id varchar(21)${c} not null,
  priced_date date not null,                    -- business date of the fees
  merchant_id varchar(15)${c} not null,
  currency varchar(3)${c} not null,
  line varchar(20)${c} not null,                -- MERCHANT_FEES or INSTANT_FEE
  old_rule varchar(60)${c} not null,
  new_rule varchar(60)${c} not null,
  item_count bigint not null,
  amount_minor bigint not null,                 -- what was priced: sales +, voids and refunds -
  charged_minor bigint not null,                -- + = the merchant paid it
  other_minor bigint not null,                  -- what the other plans charge
  primary key (adjustment_id, merchant_id, currency, line, priced_date, old_rule, new_rule)
);
create index adjustment_line_merchant on adjustment_line (merchant_id, priced_date);
