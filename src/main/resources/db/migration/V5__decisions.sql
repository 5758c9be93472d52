-- What people decide on cases of the review queue, and what the night made of it.

-- Who works on a case; empty when nobody in particular.
alter table review_case add column assignee varchar(60)${c} default '' not null;

-- Many cases proposed at once: frozen when proposed, approved only as they were.
create table case_selection (
  selection_id varchar(17)${c} primary key,     -- S and 16 hex digits of the digest
  resolution varchar(30)${c} not null,
  item_count bigint not null,
  exposure_minor bigint not null,               -- sum over the cases, minor units
  currency varchar(3)${c} not null,
  digest varchar(64)${c} not null,              -- over maker, resolution, comment and what each case was
  maker varchar(60)${c} not null,
  proposed_at timestamp(6) with time zone not null
);

-- One proposal for a case. At most one of a case is alive (PROPOSED or APPROVED) at a time.
create table case_proposal (
  case_id varchar(21)${c} not null,
  proposal_no int not null,                     -- 1, 2, 3 … within the case
  state varchar(10)${c} not null,               -- PROPOSED, APPROVED, REJECTED, VOIDED, APPLIED
  resolution varchar(30)${c} not null,
  other_case_id varchar(21)${c},                -- LINK: the case of the other record
  wait_until date,                              -- WAIT: the date on which the case is open again
  selection_id varchar(17)${c},
  maker varchar(60)${c} not null,
  proposed_at timestamp(6) with time zone not null,
  reason varchar(1000)${c} not null,            -- the maker's
  basis varchar(64)${c} not null,               -- digest of what waited and of the effect that was shown
  priced_on date not null,                      -- last closed date then; prices what its own date had no rule for
  checker varchar(60)${c},
  decided_at timestamp(6) with time zone,
  business_date date,                           -- the date that took it over; null while it waits
  primary key (case_id, proposal_no),
  constraint case_four_eyes check (checker is null or lower(checker) <> lower(maker)),
  constraint case_approved_by_somebody check (state not in ('APPROVED', 'APPLIED') or checker is not null)
);
create index case_proposal_state on case_proposal (state, business_date);
create index case_proposal_other on case_proposal (other_case_id);
create index case_proposal_selection on case_proposal (selection_id);

-- The life of a case after it was opened: what people and nights did. Only grows.
create table case_act (
  case_id varchar(21)${c} not null,
  act_no int not null,
  acted_at timestamp(6) with time zone not null,
  actor varchar(60)${c} not null,
  action varchar(20)${c} not null,              -- PROPOSED, APPROVED, REJECTED, VOIDED, APPLIED, WAITING, REOPENED, COMMENTED, ASSIGNED
  detail varchar(1200)${c} not null,
  primary key (case_id, act_no)
);

-- What waited behind a case until it was decided. Its money left the books' waiting places with the moves CASE|case_id|…
create table decided_item (
  case_id varchar(21)${c} primary key,
  business_date date not null,
  resolution varchar(30)${c} not null,
  item_id varchar(40)${c} not null,
  item_opened_on date not null,
  merchant_id varchar(15)${c} not null,
  terminal_id varchar(8)${c} not null,
  txn_type varchar(20)${c} not null,
  rrn varchar(12)${c} not null,
  batch_no varchar(6)${c} not null,
  trace_no varchar(6)${c} not null,
  joined boolean not null,                      -- it would still have taken part in matching
  captured_minor bigint,
  currency varchar(3)${c} not null,
  authorized_minor bigint,
  authorized_currency varchar(3)${c} not null,
  suspense_minor bigint not null,               -- released, signed as in open_item
  withheld_minor bigint not null,               -- given back, 0 or more
  settled_minor bigint not null,                -- what the merchant got by line ADJUSTMENTS, signed
  settled_currency varchar(3)${c} not null,
  paid_side varchar(13)${c} not null,           -- CAPTURE, AUTHORIZATION, PAIR: must never be paid again; empty: nothing was
  linked_case_id varchar(21)${c}                -- the authorization that was found for a paid capture later
);
create index decided_item_date on decided_item (business_date);
create index decided_item_rrn on decided_item (terminal_id, rrn);
create index decided_item_trace on decided_item (terminal_id, batch_no, trace_no);
-- A decision finds what waits by its case.
create index open_item_case on open_item (case_id);
