-- What is kept back from merchants for a while, and what agents earn with them. Both are written with the positions.

-- A part of a day's sales that waits for its day of release. Never changed: its release is booked on release_on.
create table reserve_hold (
  business_date date not null,                  -- withheld on
  merchant_id varchar(15)${c} not null,
  currency varchar(3)${c} not null,
  base_minor bigint not null,                   -- sales less voids and refunds of the date, above 0
  rate_ppm int not null,                        -- parts per million: 100000 is 10 %
  withheld_minor bigint not null check (withheld_minor > 0),
  days int not null,
  release_on date not null,                     -- withheld on + days, calendar days
  primary key (business_date, merchant_id, currency)
);
create index reserve_hold_release on reserve_hold (release_on, merchant_id);

-- An agent's share of a merchant's day; negative where it is taken back.
create table agent_share (
  business_date date not null,
  agent_id varchar(32)${c} not null,
  merchant_id varchar(15)${c} not null,
  currency varchar(3)${c} not null,
  volume_minor bigint not null,                 -- sales less voids and refunds of the date, signed
  merchant_fees_minor bigint not null,          -- + = charged
  floor_rate_ppm int not null,
  ratio_ppm int not null,
  floor_fees_minor bigint not null,             -- floor rate x volume, rounded for the eye; the share is reckoned unrounded
  share_minor bigint not null,                  -- + = owed to the agent
  primary key (business_date, merchant_id, currency)
);
