-- Friday 2026-02-13 after Thursday. Merchants: M1 sells and is paid, M2 owes, M3 has records that do not count, M4 is
-- below its minimum. Item ids say what they are: C a capture (with its pair), A an authorization alone, R a reversal.
insert into business_day (business_date, state, opened_at) values
  ('2026-02-12', 'CLOSED', timestamp with time zone '2026-02-13 03:00:00+08:00'),
  ('2026-02-13', 'OPEN', timestamp with time zone '2026-02-14 03:00:00+08:00');

insert into input_file (file_no, business_date, kind, file_date, sequence_no, file_name, sha256, size_bytes,
                        line_count, stated_batches, stated_records, stated_amount, trailer_line, state) values
  (1, '2026-02-13', 'TERMINAL_BATCHES', '2026-02-13', 1, 'terminal-batches_20260213_01.csv', 'a', 1, 14, 3, 10, '377.00', 14, 'ROUTED'),
  (2, '2026-02-13', 'AUTHORIZATIONS', '2026-02-13', 1, 'authorizations_20260213_01.csv', 'b', 1, 13, 0, 11, '378.00', 13, 'ROUTED');

insert into reject (business_date, file_no, line_no, record_type, reason, field, detail) values
  ('2026-02-13', 1, 5, 'B', 'UNKNOWN_TERMINAL', '', ''),
  ('2026-02-13', 1, 6, 'D', 'BATCH_REJECTED', '', ''),
  ('2026-02-13', 2, 7, 'A', 'FIELD_COUNT', '', ''),
  ('2026-02-13', 2, 8, '?', 'UNKNOWN_RECORD_TYPE', '', '');

insert into night_total (business_date, step, partition_name, measure, currency, item_count, amount_minor) values
  ('2026-02-13', 'routeRecords', '*', 'BATCHES_PRESENT', 'CNY', 3, 0),
  ('2026-02-13', 'routeRecords', '*', 'BATCHES_ACCEPTED', 'CNY', 2, 0),
  ('2026-02-13', 'routeRecords', '*', 'BATCHES_REJECTED', 'CNY', 1, 0),
  ('2026-02-13', 'routeRecords', '*', 'CAPTURES_PRESENT', 'CNY', 10, 37700),
  ('2026-02-13', 'routeRecords', '*', 'CAPTURES_ACCEPTED', 'CNY', 9, 37400),
  ('2026-02-13', 'routeRecords', '*', 'CAPTURES_REJECTED', 'CNY', 1, 300),
  ('2026-02-13', 'routeRecords', '*', 'AUTHORIZATIONS_PRESENT', 'CNY', 10, 37800),
  ('2026-02-13', 'routeRecords', '*', 'AUTHORIZATIONS_PRESENT', 'XXX', 1, 0),
  ('2026-02-13', 'routeRecords', '*', 'AUTHORIZATIONS_ACCEPTED', 'CNY', 10, 37800),
  ('2026-02-13', 'routeRecords', '*', 'AUTHORIZATIONS_REJECTED', 'XXX', 1, 0),
  ('2026-02-13', 'clearTerminals', 'r1', 'CAPTURES_IN', 'CNY', 4, 20000),
  ('2026-02-13', 'clearTerminals', 'r2', 'CAPTURES_IN', 'CNY', 5, 17400),
  ('2026-02-13', 'clearTerminals', 'r1', 'CAPTURES_CARRIED_IN', 'CNY', 1, 2200),
  ('2026-02-13', 'openBusinessDate', 'decisions', 'CAPTURES_DECIDED', 'CNY', 1, 200),
  ('2026-02-13', 'openBusinessDate', 'decisions', 'AUTHORIZATIONS_DECIDED', 'CNY', 1, 300),
  ('2026-02-13', 'clearTerminals', 'r1', 'CAPTURES_TO_FOLLOW_UP', 'CNY', 2, 5000),
  ('2026-02-13', 'clearFollowUps', 'm1', 'CAPTURES_FOLLOWED_UP', 'CNY', 2, 5000),
  ('2026-02-13', 'clearTerminals', 'r1', 'CAPTURES_DUPLICATE_BATCH', 'CNY', 1, 900),
  ('2026-02-13', 'clearTerminals', 'r1', 'CAPTURES_SETTLED', 'CNY', 3, 15000),
  ('2026-02-13', 'clearFollowUps', 'm1', 'CAPTURES_SETTLED', 'CNY', 2, 5000),
  ('2026-02-13', 'clearTerminals', 'r2', 'CAPTURES_NOT_SETTLED', 'CNY', 1, 8000),
  ('2026-02-13', 'clearTerminals', 'r2', 'CAPTURES_OPEN', 'CNY', 3, 10700),
  ('2026-02-13', 'clearTerminals', 'r1', 'AUTHORIZATIONS_IN', 'CNY', 10, 37800),
  ('2026-02-13', 'clearTerminals', 'r1', 'AUTHORIZATIONS_CARRIED_IN', 'CNY', 2, 6000),
  ('2026-02-13', 'clearTerminals', 'r1', 'AUTHORIZATIONS_TO_FOLLOW_UP', 'CNY', 2, 5000),
  ('2026-02-13', 'clearFollowUps', 'm1', 'AUTHORIZATIONS_FOLLOWED_UP', 'CNY', 2, 5000),
  ('2026-02-13', 'clearTerminals', 'r1', 'AUTHORIZATIONS_SETTLED', 'CNY', 3, 15000),
  ('2026-02-13', 'clearFollowUps', 'm1', 'AUTHORIZATIONS_SETTLED', 'CNY', 2, 5000),
  ('2026-02-13', 'clearTerminals', 'r2', 'AUTHORIZATIONS_NOT_SETTLED', 'CNY', 1, 8000),
  ('2026-02-13', 'clearTerminals', 'r2', 'AUTHORIZATIONS_OPEN', 'CNY', 4, 15200),
  ('2026-02-13', 'clearTerminals', 'r2', 'AUTHORIZATIONS_FAILED', 'CNY', 1, 500),
  ('2026-02-13', 'clearTerminals', 'r2', 'AUTHORIZATIONS_NOT_FINANCIAL', 'CNY', 1, 100),
  ('2026-02-13', 'clearTerminals', 'r2', 'UNMAPPED:Q9', 'XXX', 1, 0);

insert into transactions (business_date, transaction_id, merchant_id, terminal_id, batch_no, trace_no, rrn, txn_type,
                          channel, card_type, amount_minor, currency, response_code, match_status, matched_by,
                          disposition, fee_minor, fee_rule, scheme_cost_minor, net_minor, txn_time, entry_mode,
                          scheme_ref, capture_file, capture_line, authorization_file, authorization_line) values
  ('2026-02-13', 'C1', 'M1', 'T0000001', '000001', '000001', '1', 'SALE', 'UNIONPAY', 'DEBIT', 10000, 'CNY', '00', 'MATCHED', 'K1', 'SETTLED', 50, 'debit', 35, 9950, 0, '', '', 1, 3, 2, 2),
  ('2026-02-13', 'C4', 'M1', 'T0000001', '000001', '000004', '4', 'SALE', 'UNIONPAY', 'DEBIT', 4000, 'CNY', '00', 'MATCHED', 'K1', 'SETTLED', 20, 'debit', 14, 3980, 0, '', '', 1, 4, 2, 3),
  ('2026-02-13', 'C5', 'M1', 'T0000001', '000001', '000005', '5', 'VOID', 'UNIONPAY', 'DEBIT', 4000, 'CNY', '00', 'MATCHED', 'K1', 'SETTLED', -20, 'debit', -14, -3980, 0, '', '', 1, 8, 2, 4),
  ('2026-02-13', 'C3', 'M1', 'T0000001', '000001', '000003', '3', 'REFUND', 'UNIONPAY', 'DEBIT', 1000, 'CNY', '00', 'MATCHED', 'K1', 'SETTLED', -5, 'debit', -3, -995, 0, '', '', 1, 9, 1, 2),
  ('2026-02-13', 'C14', 'M4', 'T0000004', '000001', '000014', '14', 'SALE', 'UNIONPAY', 'DEBIT', 1000, 'CNY', '00', 'MATCHED', 'K1', 'SETTLED', 0, 'free', 0, 1000, 0, '', '', 1, 10, 2, 5),
  ('2026-02-13', 'C7', 'M3', 'T0000003', '000001', '000007', '7', 'SALE', 'UNIONPAY', 'DEBIT', 7000, 'CNY', '00', 'AMOUNT_MISMATCH', 'K1', 'HELD', null, null, null, null, 0, '', '', 1, 11, 2, 6),
  ('2026-02-13', 'C9', 'M3', 'T0000003', '000001', '000009', '9', 'SALE', '', '', 1500, 'CNY', '', 'ORPHAN_CAPTURE', '', 'HELD', null, null, null, null, 0, '', '', 1, 12, null, null),
  ('2026-02-13', 'A13', 'M4', 'T0000004', '000001', '000013', '13', 'REFUND', 'UNIONPAY', 'DEBIT', 600, 'CNY', '00', 'ORPHAN_AUTHORIZATION', '', 'HELD', null, null, null, null, 0, '', '', null, null, 2, 9),
  ('2026-02-13', 'C8', 'M3', 'T0000003', '000001', '000008', '8', 'SALE', 'UNIONPAY', 'DEBIT', 8000, 'CNY', '51', 'DECLINED_CAPTURE', 'K1', 'NOT_SETTLED', null, null, null, null, 0, '', '', 1, 13, 2, 10);

insert into failure (business_date, merchant_id, terminal_id, trace_no, rrn, txn_type, channel, card_type, amount_minor,
                     currency, txn_time, response_code, outcome, authorization_file, authorization_line) values
  ('2026-02-13', 'M3', 'T0000003', '000010', '10', 'SALE', 'UNIONPAY', 'DEBIT', 2500, 'CNY', 0, '', 'UNKNOWN', 2, 11),
  ('2026-02-13', 'M3', 'T0000003', '000011', '11', 'SALE', 'UNIONPAY', 'DEBIT', 500, 'CNY', 0, '51', 'DECLINED', 2, 12);

insert into review_case (case_id, opened_on, state, kind, resolution, closed_on, subject, merchant_id, terminal_id,
                         batch_no, trace_no, rrn, captured_minor, currency, response_code, exposure_minor) values
  ('K-C0', '2026-02-12', 'OPEN', 'ORPHAN_CAPTURE', '', null, 'C0', 'M3', '', '', '', '', null, 'CNY', '', 2200),
  ('K-A1', '2026-02-12', 'OPEN', 'ORPHAN_AUTHORIZATION', '', null, 'A1', 'M3', '', '', '', '', null, 'CNY', '', 5000),
  ('K-A2', '2026-02-12', 'SELF_CLEARED', 'ORPHAN_AUTHORIZATION', 'SELF_CLEARED', '2026-02-13', 'A2', 'M1', '', '', '', '', null, 'CNY', '', 1000),
  ('K-C7', '2026-02-13', 'OPEN', 'AMOUNT_MISMATCH', '', null, 'C7', 'M3', '', '', '', '', null, 'CNY', '', 7100),
  ('K-C9', '2026-02-13', 'OPEN', 'ORPHAN_CAPTURE', '', null, 'C9', 'M3', '', '', '', '', null, 'CNY', '', 1500),
  ('K-A10', '2026-02-13', 'OPEN', 'UNKNOWN_OUTCOME', '', null, 'A10', 'M3', '', '', '', '', null, 'CNY', '', 2500),
  ('K-A13', '2026-02-13', 'OPEN', 'ORPHAN_AUTHORIZATION', '', null, 'A13', 'M4', '', '', '', '', null, 'CNY', '', 600),
  ('K-M5', '2026-02-12', 'APPLIED', 'AMOUNT_MISMATCH', 'WRITE_OFF', '2026-02-13', 'C20', 'M5', '', '', '', '', 200, 'CNY', '', 300),
  ('K-B2', '2026-02-13', 'OPEN', 'DUPLICATE_BATCH', '', null, 'B2', 'M3', '', '', '', '', 900, 'CNY', '', 900);

insert into open_item (item_id, opened_on, kind, match_status, matched_by, merchant_id, terminal_id, txn_type, rrn,
                       currency, captured_minor, authorized_minor, suspense_minor, withheld_minor, suspense_currency,
                       channel, case_id, joins_until, removed_on) values
  ('C0', '2026-02-12', 'CAPTURE', 'ORPHAN_CAPTURE', '', 'M3', 'T0000003', 'SALE', '', 'CNY', 2200, null, 0, 0, 'CNY', '', 'K-C0', '2026-02-15', null),
  ('A1', '2026-02-12', 'AUTHORIZATION', 'ORPHAN_AUTHORIZATION', '', 'M3', 'T0000003', 'SALE', '', 'CNY', null, 5000, 5000, 0, 'CNY', 'UNIONPAY', 'K-A1', '2026-02-15', null),
  ('A2', '2026-02-12', 'AUTHORIZATION', 'ORPHAN_AUTHORIZATION', '', 'M1', 'T0000001', 'REFUND', '', 'CNY', null, 1000, -1000, 1000, 'CNY', 'UNIONPAY', 'K-A2', '2026-02-15', '2026-02-13'),
  ('C20', '2026-02-12', 'PAIR', 'AMOUNT_MISMATCH', 'K1', 'M5', 'T0000005', 'SALE', '20', 'CNY', 200, 300, 300, 0, 'CNY', 'UNIONPAY', 'K-M5', '2026-02-15', '2026-02-13'),
  ('R1', '2026-02-12', 'REVERSAL', 'REVERSAL_WITHOUT_ORIGINAL', '', 'M3', 'T0000003', 'REVERSAL', '', 'CNY', null, 777, 0, 0, 'CNY', 'UNIONPAY', null, '2026-02-15', null),
  ('C7', '2026-02-13', 'PAIR', 'AMOUNT_MISMATCH', 'K1', 'M3', 'T0000003', 'SALE', '', 'CNY', 7000, 7100, 7100, 0, 'CNY', 'UNIONPAY', 'K-C7', '2026-02-16', null),
  ('C9', '2026-02-13', 'CAPTURE', 'ORPHAN_CAPTURE', '', 'M3', 'T0000003', 'SALE', '', 'CNY', 1500, null, 0, 0, 'CNY', '', 'K-C9', '2026-02-16', null),
  ('A10', '2026-02-13', 'AUTHORIZATION', 'UNKNOWN_OUTCOME', '', 'M3', 'T0000003', 'SALE', '', 'CNY', null, 2500, 0, 0, 'CNY', 'UNIONPAY', 'K-A10', '2026-02-16', null),
  ('A13', '2026-02-13', 'AUTHORIZATION', 'ORPHAN_AUTHORIZATION', '', 'M4', 'T0000004', 'REFUND', '', 'CNY', null, 600, -600, 600, 'CNY', 'UNIONPAY', 'K-A13', '2026-02-16', null);

insert into deposit_event (business_date, terminal_id, event_no, merchant_id, kind, amount_minor, currency, reason) values
  ('2026-02-12', 'T0000001', 1, 'M1', 'PREPAID', 29900, 'CNY', ''),
  ('2026-02-13', 'T0000001', 1, 'M1', 'REFUNDED', 10000, 'CNY', ''),
  ('2026-02-13', 'T0000002', 1, 'M1', 'WITHHELD', 5900, 'CNY', '');

insert into deposit_day (business_date, terminal_id, merchant_id, policy, state, activated_on, amount_minor, currency,
                         collected_minor, refunded_minor, forfeited_minor, held_minor, counted_minor,
                         refund_today_minor, collected_today_minor, forfeited_today_minor) values
  ('2026-02-13', 'T0000001', 'M1', 'KEYPAD', 'PART_REFUNDED', '2026-01-01', 29900, 'CNY', 29900, 10000, 0, 19900, 0, 10000, 0, 0),
  ('2026-02-13', 'T0000002', 'M1', 'ESIGN', 'HELD', '2026-01-01', 5900, 'CNY', 5900, 0, 0, 5900, 0, 0, 5900, 0);

insert into position (business_date, merchant_id, currency, sales_count, sales_minor, voids_minor, refunds_minor,
                      merchant_fees_minor, instant_fee_minor, deposit_withheld_minor, deposit_refund_minor,
                      chargebacks_minor, chargeback_reversals_minor, adjustments_minor, reserve_withheld_minor,
                      reserve_released_minor, payout_returned_minor, credits_withheld_minor, brought_forward_minor,
                      net_minor, decision, payout_minor, carried_forward_minor, value_date) values
  ('2026-02-12', 'M1', 'CNY', 1, 1302, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1000, 0, 302, 'BELOW_MINIMUM', 0, 302, null),
  ('2026-02-12', 'M2', 'CNY', 0, 0, 0, -3000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -3000, 'NEGATIVE', 0, -3000, null),
  ('2026-02-12', 'M3', 'CNY', 1, 50000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50000, 'PAYOUT', 50000, 0, '2026-02-13'),
  ('2026-02-13', 'M1', 'CNY', 2, 14000, -4000, -1000, -45, -300, -5900, 10000, 0, 0, 0, -900, 900, 0, 1000, 302, 14057, 'PAYOUT', 14057, 0, '2026-02-14'),
  ('2026-02-13', 'M2', 'CNY', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -3000, -3000, 'NEGATIVE', 0, -3000, null),
  ('2026-02-13', 'M4', 'CNY', 1, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -600, 0, 400, 'BELOW_MINIMUM', 0, 400, null),
  ('2026-02-13', 'M5', 'CNY', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 200, 'BELOW_MINIMUM', 0, 200, null);

-- M1 leaves 10 % of its sales for a day; its agent gets half of the fees above 0.1 %
insert into reserve_hold (business_date, merchant_id, currency, base_minor, rate_ppm, withheld_minor, days, release_on)
values ('2026-02-12', 'M1', 'CNY', 9000, 100000, 900, 1, '2026-02-13'),
       ('2026-02-13', 'M1', 'CNY', 9000, 100000, 900, 1, '2026-02-14');
insert into agent_share (business_date, agent_id, merchant_id, currency, volume_minor, merchant_fees_minor,
                         floor_rate_ppm, ratio_ppm, floor_fees_minor, share_minor)
values ('2026-02-13', 'A1', 'M1', 'CNY', 9000, 45, 1000, 500000, 9, 18);

-- a case of M5 was decided: 2.00 for the merchant, written off, and what waited for it went back to the scheme
insert into money_move (business_date, move_key, merchant_id, currency, line, debit_account, credit_account,
                        amount_minor, description) values
  ('2026-02-13', 'CASE|K-M5|WRITTEN_OFF', 'M5', 'CNY', 'ADJUSTMENTS', 'expenses:write-off', 'liabilities:merchant-payable:M5', 200,
   'decided case'),
  ('2026-02-13', 'CASE|K-M5|SUSPENSE', 'M5', 'CNY', '', 'liabilities:suspense:AMOUNT_MISMATCH', 'assets:scheme-receivable:UNIONPAY', 300,
   'decided case');

insert into decided_item (case_id, business_date, resolution, item_id, item_opened_on, merchant_id, terminal_id, txn_type,
                          rrn, batch_no, trace_no, joined, captured_minor, currency, authorized_minor,
                          authorized_currency, suspense_minor, withheld_minor, settled_minor, settled_currency, paid_side)
values ('K-M5', '2026-02-13', 'WRITE_OFF', 'C20', '2026-02-12', 'M5', 'T0000005', 'SALE', '20', '000001', '000020', true,
        200, 'CNY', 300, 'CNY', 300, 0, 200, 'CNY', 'PAIR');

insert into payout (payout_id, business_date, merchant_id, currency, amount_minor, account_name, account_masked,
                    account_cipher, bank_code, bank_name, value_date, state) values
  ('P20260212-M3', '2026-02-12', 'M3', 'CNY', 50000, 'Noodles', '****0001', cast('a' as bytea), '1', 'Bank',
   '2026-02-13', 'RELEASED');
