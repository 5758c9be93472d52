-- Brand fees that schemes tell of in files of their own, beside their records.

alter table scheme_record add column brand_fee_minor bigint;                -- + we pay; null: no file told one
alter table scheme_record add column brand_fee_file int;                    -- where it was told
alter table scheme_record add column brand_fee_line int;
alter table scheme_day add column fees_booked boolean default false not null; -- brand fees of its files are booked
alter table scheme_cost add column kind varchar(12)${c} default '' not null;  -- BRAND_FEE; empty: costs of the records

-- Fees that belong to no record of their date.
create table scheme_brand_fee (
  file_no int not null,
  line_no int not null,
  source varchar(30)${c} not null,
  business_date date not null,
  outcome varchar(12)${c} not null,             -- NO_RECORD, OTHER_AMOUNT, TWICE
  scheme_ref varchar(100)${c} not null,
  rrn varchar(12)${c} not null,
  terminal_id varchar(40)${c} not null,
  merchant_id varchar(40)${c} not null,
  amount_minor bigint not null,                 -- of the transaction, without a sign
  fee_minor bigint not null,                    -- + we pay
  currency varchar(3)${c} not null,
  card_token varchar(64)${c} not null,
  card_masked varchar(19)${c} not null,
  case_id varchar(21)${c} not null,
  primary key (file_no, line_no)
);
create index scheme_brand_fee_date on scheme_brand_fee (business_date);
create index scheme_brand_fee_case on scheme_brand_fee (case_id);
