-- A comparison books costs of records and brand fees of a merchant apart.
alter table scheme_cost drop primary key;
alter table scheme_cost add primary key (source, business_date, kind, channel, merchant_id, currency);
