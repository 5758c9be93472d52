-- Until when an item would have joined, before a decision to WAIT let it join for longer.
create table prolonged_item (
  business_date date not null,                  -- that took the decision over
  item_id varchar(40)${c} not null,
  opened_on date not null,                      -- of the item
  joins_until_before date not null,
  primary key (business_date, item_id, opened_on)
);
create index prolonged_item_item on prolonged_item (item_id, opened_on);

-- An explanation finds the cases of a record by their subject, and the moves of a case by their key.
create index review_case_subject on review_case (subject);
create index money_move_key on money_move (move_key);

-- Two records that people decided to be one sale: the date clears them as a pair.
create table linked_pair (
  business_date date not null,                  -- that took the decision over and clears the pair
  merchant_id varchar(15)${c} not null,
  claim_case_id varchar(21)${c} not null,
  claim_item_id varchar(40)${c} not null,       -- the capture's; names the transaction
  claim_opened_on date not null,
  claim_terminal_id varchar(8)${c} not null,
  claim_rrn varchar(12)${c} not null,           -- empty without
  answer_case_id varchar(21)${c} not null,
  answer_item_id varchar(40)${c} not null,      -- the authorization's
  answer_opened_on date not null,
  answer_terminal_id varchar(8)${c} not null,
  answer_rrn varchar(12)${c} not null,
  txn_type varchar(20)${c} not null,
  primary key (business_date, claim_item_id)
);
create index linked_pair_claim on linked_pair (claim_terminal_id, claim_rrn);
create index linked_pair_answer on linked_pair (answer_terminal_id, answer_rrn);
create index linked_pair_merchant on linked_pair (merchant_id, answer_rrn);
