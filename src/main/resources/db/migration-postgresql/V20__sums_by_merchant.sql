-- Sums of a date are read by merchant and by terminal, and a date of a million merchants has millions of them: their keys
-- begin with what they are read by, so that one index serves both and rows of neighbours stand together in it.
alter table merchant_total drop constraint merchant_total_pkey;
drop index merchant_total_merchant;
alter table merchant_total add primary key
  (business_date, merchant_id, currency, line, channel, kind, step, partition_name);

alter table fee_total drop constraint fee_total_pkey;
alter table fee_total add primary key
  (business_date, merchant_id, channel, card_type, fee_rule, currency, step, partition_name);

alter table terminal_volume drop constraint terminal_volume_pkey;
drop index terminal_volume_terminal;
alter table terminal_volume add primary key
  (terminal_id, business_date, channel, card_type, currency, step, partition_name);

-- Rows of a date stand together: a summary of each few pages finds them, and costs nothing while they are written.
create index terminal_volume_date on terminal_volume using brin (business_date);
drop index journal_entry_date;
create index journal_entry_date on journal_entry using brin (business_date);
drop index posting_date;
create index posting_date on posting using brin (business_date);

-- Nearly no entry takes back another one.
drop index journal_entry_reverses;
create index journal_entry_reverses on journal_entry (reverses) where reverses is not null;
