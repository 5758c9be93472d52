-- Fees of a date are read by merchant.
create index if not exists fee_total_merchant on fee_total (business_date, merchant_id);
