-- Statements of funds of schemes (fund-flow bill, ZSUM), held against the records of the date.

-- One row with key '' for the whole, and one for each key that differs. Amounts: + to us.
create table scheme_funds (
  source varchar(30)${c} not null,
  business_date date not null,
  currency varchar(3)${c} not null,
  funds_key varchar(40)${c} not null,           -- order, refund or merchant, as the statement spells it
  records_minor bigint not null,
  funds_minor bigint not null,                  -- what the statement says transactions moved
  other_minor bigint not null,                  -- what anything else moved; 0 for a key
  file_no int,                                  -- its first line in the statement; null when it has none
  line_no int,
  case_id varchar(21)${c},                      -- of the whole
  primary key (source, business_date, currency, funds_key)
);
create index scheme_funds_case on scheme_funds (case_id);
