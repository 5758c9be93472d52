-- What schemes keep beyond what was reckoned, or less: booked by the next night that begins.

create table scheme_cost (
  source varchar(30)${c} not null,
  business_date date not null,                  -- whose comparison found it
  channel varchar(20)${c} not null,             -- of the transactions
  merchant_id varchar(15)${c} not null,
  currency varchar(3)${c} not null,
  item_count bigint not null,                   -- transactions with two costs
  own_minor bigint not null,                    -- their costs as reckoned and booked; + we pay
  scheme_minor bigint not null,                 -- their costs as the scheme's file says
  booked_on date,                               -- the date that booked the difference; null while it waits
  primary key (source, business_date, channel, merchant_id, currency)
);
create index scheme_cost_booked on scheme_cost (booked_on);

-- What a comparison decided, for this and for its files.
create index scheme_record_decided on scheme_record (decided_on, source);
