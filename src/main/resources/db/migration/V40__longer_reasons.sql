-- Reasons of Adyen are words, those of Mastercard's fee collections hold the amount.
alter table scheme_dispute alter column reason set data type varchar(40)${c};
