package io.qingfen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectingRecordsTest {
    private static MemoryIntake batches(String... lines) {
        return MemoryIntake.of(Lines.BATCHES, Lines.batches("T,0,0,0.00", lines));
    }

    private static MemoryIntake answers(String... lines) {
        return MemoryIntake.of(Lines.AUTHORIZATIONS, Lines.answers("T,0,0.00", lines));
    }

    private static Reject only(MemoryIntake intake) {
        assertThat(intake.rejects).hasSize(1);
        return intake.rejects.get(0);
    }

    @Test
    void acceptsACaptureWithAllItsValues() {
        String detail =
                "D,000007,VOID,tk-A_1,622202******1234,0.07,2026-03-02T10:00:01,010000000009,12345a,05 1,000006,"
                        + "010000000008";
        Capture capture = batches(Lines.BATCH, detail).captures().get(0);

        assertThat(capture.source()).isEqualTo(new Source(1, 3));
        assertThat(capture.terminal().id()).isEqualTo("00000001");
        assertThat(capture.merchant().id()).isEqualTo(Shops.FIRST);
        assertThat(capture.batchNo()).isEqualTo(1);
        assertThat(capture.traceNo()).isEqualTo(7);
        assertThat(capture.txnType()).isEqualTo(TxnType.VOID);
        assertThat(capture.amountMinor()).isEqualTo(7);
        assertThat(capture.currency()).isSameAs(Currency.CNY);
        assertThat(capture.cardToken()).isEqualTo("tk-A_1");
        assertThat(capture.txnTime()).isEqualTo(1_772_445_601L);
        assertThat(capture.rrn()).isEqualTo(10_000_000_009L);
        assertThat(Packed.unpack(capture.authCode())).isEqualTo("12345a");
        assertThat(capture.entryMode()).isEqualTo("05 1");
        assertThat(capture.originalTraceNo()).isEqualTo(6);
        assertThat(capture.originalRrn()).isEqualTo(10_000_000_008L);
        assertThat(capture.firstSeenOn()).isEqualTo((int) Shops.MON_2026_03_02.toEpochDay());
    }

    @Test
    void acceptsACaptureWithAllThatMayBeEmpty() {
        Capture capture = batches(Lines.BATCH, "D,000007,SALE,,,1.00,2026-03-02T10:00:00,,,,,")
                .captures()
                .get(0);

        assertThat(capture.hasRrn()).isFalse();
        assertThat(capture.cardToken()).isEmpty();
        assertThat(capture.authCode()).isZero();
        assertThat(capture.entryMode()).isEmpty();
        assertThat(capture.originalTraceNo()).isEqualTo(-1);
        assertThat(capture.originalRrn()).isEqualTo(-1);
    }

    @Test
    void acceptsABatchWithItsTotals() {
        TerminalBatch batch = batches(
                        "B,898310000000002,00000003,000123,2026-03-02T22:00:00,JPY,2,2500,1,92233720368547758")
                .records()
                .get(0)
                .batches()
                .get(0);

        assertThat(batch.terminal().id()).isEqualTo("00000003");
        assertThat(batch.batchNo()).isEqualTo(123);
        assertThat(batch.currency()).isSameAs(Currency.of("JPY"));
        assertThat(batch.debitCount()).isEqualTo(2);
        assertThat(batch.debitMinor()).isEqualTo(2_500);
        assertThat(batch.creditCount()).isEqualTo(1);
        assertThat(batch.creditMinor()).isEqualTo(92_233_720_368_547_758L);
    }

    @Test
    void acceptsAnAuthorizationWithAllItsValues() {
        Authorization answer = answers("A,010000000001,898310000000001,00000002,000004,000005,REFUND,UNIONPAY_QR,tk_1,,"
                        + "WALLET,FOREIGN,1.250,KWD,2026-03-02T10:00:00,A1,x,issuer,010000000000,scheme ref")
                .authorizations()
                .get(0);

        assertThat(answer.rrn()).isEqualTo(10_000_000_001L);
        assertThat(answer.terminal().id()).isEqualTo("00000002");
        assertThat(answer.batchNo()).isEqualTo(4);
        assertThat(answer.traceNo()).isEqualTo(5);
        assertThat(answer.txnType()).isEqualTo(TxnType.REFUND);
        assertThat(answer.channel().name()).isEqualTo("UNIONPAY_QR");
        assertThat(answer.cardType().name()).isEqualTo("WALLET");
        assertThat(answer.cardOrigin().name()).isEqualTo("FOREIGN");
        assertThat(answer.amountMinor()).isEqualTo(1_250);
        assertThat(answer.currency().code()).isEqualTo("KWD");
        assertThat(answer.responseCode()).isEqualTo("A1");
        assertThat(Packed.unpack(answer.authCode())).isEqualTo("x");
        assertThat(answer.originalRrn()).isEqualTo(10_000_000_000L);
        assertThat(answer.schemeRef()).isEqualTo("scheme ref");
    }

    @Test
    void readsQuotedFields() {
        String detail = Lines.with(Lines.DETAIL, 9, "\"0,5\"\"1\"");
        MemoryIntake intake =
                batches(Lines.BATCH, "\"" + String.join("\",\"", detail.split(",(?![^,]*\"\")", -1)) + "\"");
        assertThat(intake.rejects).hasSize(1);
        assertThat(batches(Lines.BATCH, detail).captures().get(0).entryMode()).isEqualTo("0,5\"1");
    }

    @ParameterizedTest
    @CsvSource({
        "1, '', merchant_id",
        "1, 8983100000000012, merchant_id",
        "1, 89831000000000é, merchant_id",
        "2, 0000001, terminal_id",
        "2, 000000001, terminal_id",
        "2, 0000 001, terminal_id",
        "3, 0001, batch_no",
        "3, 00000a, batch_no",
        "3, '', batch_no",
        "4, 2026-03-02, closed_at",
        "4, 2026-02-30T00:00:00, closed_at",
        "5, cny, currency",
        "5, '', currency",
        "5, CNYY, currency",
        "6, 01, debit_count",
        "6, -1, debit_count",
        "6, 2147483648, debit_count",
        "7, 12.5, debit_amount",
        "7, '', debit_amount",
        "7, -1.00, debit_amount",
        "7, 92233720368547758.08, debit_amount",
        "8, x, credit_count",
        "9, 0, credit_amount",
    })
    void namesTheBadColumnOfABatch(int field, String value, String column) {
        Reject reject = batches(Lines.with(Lines.BATCH, field, value)).rejects.get(0);

        assertThat(reject.reason()).isEqualTo(RejectReason.BAD_VALUE);
        assertThat(reject.field()).isEqualTo(column);
        assertThat(reject.recordType()).isEqualTo("B");
        assertThat(reject.detail()).startsWith(column + " '" + value + "' is not ");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 00001, trace_no",
        "1, 1E5000, trace_no",
        "2, PREAUTH, txn_type",
        "2, sale, txn_type",
        "2, '', txn_type",
        "2, REVERSAL, txn_type",
        "2, BALANCE_INQUIRY, txn_type",
        "3, a b, card_token",
        "4, 622202, masked_pan",
        "5, 0.00, amount",
        "5, 1E3, amount",
        "5, NaN, amount",
        "5, +12.00, amount",
        "5, ' 12.00', amount",
        "5, １２.００, amount",
        "5, 12.000, amount",
        "5, 12345678901.00, amount",
        "5, '', amount",
        "6, '', txn_time",
        "6, 2026-03-02T25:00:00, txn_time",
        "7, 1234, rrn",
        "8, 1234567, auth_code",
        "8, 12 4, auth_code",
        "9, é, entry_mode",
        "10, 12345, original_trace_no",
        "11, 1, original_rrn",
    })
    void namesTheBadColumnOfADetail(int field, String value, String column) {
        Reject reject = only(batches(Lines.BATCH, Lines.with(Lines.DETAIL, field, value)));

        assertThat(reject.reason()).isEqualTo(RejectReason.BAD_VALUE);
        assertThat(reject.field()).isEqualTo(column);
        assertThat(reject.detail()).startsWith(column + " '" + value + "' is not ");
    }

    @ParameterizedTest
    @CsvSource({
        "1, '', rrn",
        "1, 01000000001, rrn",
        "2, '', merchant_id",
        "3, '', terminal_id",
        "4, 1, batch_no",
        "5, x, trace_no",
        "6, SALES, txn_type",
        "7, visa, channel",
        "8, a*b, card_token",
        "9, x, masked_pan",
        "10, DEBITS, card_type",
        "11, '', card_origin",
        "12, 0.00, amount",
        "12, 12.5, amount",
        "13, CN, currency",
        "14, now, txn_time",
        "15, 000, response_code",
        "15, 0-, response_code",
        "16, 1234567, auth_code",
        "17, é, issuer_id",
        "18, 1, original_rrn",
        "19, é, scheme_ref",
    })
    void namesTheBadColumnOfAnAuthorization(int field, String value, String column) {
        Reject reject = only(answers(Lines.with(Lines.ANSWER, field, value)));

        assertThat(reject.reason()).isEqualTo(RejectReason.BAD_VALUE);
        assertThat(reject.field()).isEqualTo(column);
        assertThat(reject.recordType()).isEqualTo("A");
    }

    @Test
    void namesTheLeftmostOfSeveralBadColumns() {
        String detail = Lines.with(Lines.with(Lines.with(Lines.DETAIL, 11, "x"), 6, "x"), 9, "\t");
        assertThat(only(batches(Lines.BATCH, detail)).field()).isEqualTo("txn_time");
        String answer = Lines.with(Lines.with(Lines.with(Lines.ANSWER, 13, "x"), 7, "x"), 14, "x");
        assertThat(only(answers(answer)).field()).isEqualTo("channel");
    }

    @Test
    void allowsNoAmountForAnInquiryOnly() {
        String inquiry = Lines.with(Lines.with(Lines.ANSWER, 6, "BALANCE_INQUIRY"), 12, "0.00");
        assertThat(answers(inquiry).rejects).isEmpty();
        assertThat(only(answers(Lines.with(inquiry, 6, "PREAUTH"))).field()).isEqualTo("amount");
        assertThat(only(answers(Lines.with(inquiry, 12, ""))).field()).isEqualTo("amount");
    }

    @Test
    void allowsNoAnswer() {
        assertThat(answers(Lines.with(Lines.ANSWER, 15, ""))
                        .authorizations()
                        .get(0)
                        .responseCode())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"D,1,2", "D", "'D,,,,,,,,,,,,'", "'D,\"open,,,,,,,,,,'", "'D,\"a\"b,,,,,,,,,,'"})
    void countsFieldsBeforeLookingAtThem(String line) {
        assertThat(only(batches(Lines.BATCH, line)).reason()).isEqualTo(RejectReason.FIELD_COUNT);
    }

    @Test
    void neverJoinsLinesByAQuote() {
        MemoryIntake intake = batches(Lines.BATCH, Lines.with(Lines.DETAIL, 9, "\"0\n5\""), Lines.DETAIL);
        assertThat(intake.rejects)
                .extracting(Reject::reason)
                .containsExactly(RejectReason.FIELD_COUNT, RejectReason.UNKNOWN_RECORD_TYPE);
        assertThat(intake.captures()).hasSize(1);
    }

    @Test
    void rejectsLinesOfOtherTypes() {
        assertThat(only(batches("X,what,is,this")))
                .isEqualTo(new Reject(
                        new Source(1, 2),
                        "X",
                        RejectReason.UNKNOWN_RECORD_TYPE,
                        "",
                        "record type 'X' is none of B, D"));
        assertThat(only(batches(Lines.ANSWER)).reason()).isEqualTo(RejectReason.UNKNOWN_RECORD_TYPE);
        assertThat(only(answers(Lines.DETAIL)).reason()).isEqualTo(RejectReason.UNKNOWN_RECORD_TYPE);
        assertThat(only(answers("#comment,x")).recordType()).isEqualTo("#comment");
        assertThat(only(answers("\0\u0001\u202e,x")).recordType()).isEqualTo("???");
    }

    @Test
    void findsCardNumbersFirst() {
        Reject reject = only(answers(Lines.with(Lines.with(Lines.ANSWER, 8, "4111111111111111"), 6, "BAD")));
        assertThat(reject.reason()).isEqualTo(RejectReason.PAN_IN_CLEAR);
        assertThat(reject.field()).isEmpty();
        assertThat(reject.detail()).isEqualTo("card_token holds a card number: '411111******1111'");
        assertThat(only(answers(Lines.with(Lines.ANSWER, 9, "4111111111111111")))
                        .detail())
                .isEqualTo("masked_pan holds a card number: '411111******1111'");
        assertThat(only(batches(Lines.BATCH, Lines.with(Lines.DETAIL, 3, "x 4111111111111111")))
                        .reason())
                .isEqualTo(RejectReason.PAN_IN_CLEAR);
        assertThat(batches(Lines.with(Lines.DETAIL, 4, "4111111111111111"))
                        .rejects
                        .get(0)
                        .reason())
                .isEqualTo(RejectReason.PAN_IN_CLEAR);
    }

    @Test
    void neverShowsACardNumberOrAControlCharacter() {
        Reject reject = only(answers(Lines.with(Lines.ANSWER, 14, "4111111111111111\u001b[31m\u202e\0")));
        assertThat(reject.detail()).contains("'411111******1111?[31m??'");
        Reject longValue = only(answers(Lines.with(Lines.ANSWER, 14, "x".repeat(3_000))));
        assertThat(longValue.detail()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void comparesMerchantAndTerminalWithTheReferenceData() {
        assertThat(only(answers(Lines.with(Lines.ANSWER, 3, "99999999"))).reason())
                .isEqualTo(RejectReason.UNKNOWN_TERMINAL);
        assertThat(only(answers(Lines.with(Lines.ANSWER, 2, "898310009999999"))).reason())
                .isEqualTo(RejectReason.UNKNOWN_MERCHANT);
        assertThat(only(answers(Lines.with(Lines.ANSWER, 2, Shops.SECOND))).reason())
                .isEqualTo(RejectReason.TERMINAL_OF_OTHER_MERCHANT);
        assertThat(only(answers(Lines.with(Lines.with(Lines.ANSWER, 2, "nobody"), 3, "99999999")))
                        .reason())
                .isEqualTo(RejectReason.UNKNOWN_TERMINAL);
        assertThat(only(answers(Lines.with(Lines.with(Lines.ANSWER, 13, "ZZZ"), 3, "99999999")))
                        .reason())
                .isEqualTo(RejectReason.UNKNOWN_TERMINAL);
        assertThat(only(answers(Lines.with(Lines.ANSWER, 13, "ZZZ"))).reason())
                .isEqualTo(RejectReason.UNKNOWN_CURRENCY);
    }

    @Test
    void rejectsTheDetailsOfARejectedBatch() {
        MemoryIntake intake = batches(
                Lines.with(Lines.BATCH, 2, "99999999"),
                Lines.DETAIL,
                "D,1,2",
                Lines.with(Lines.DETAIL, 5, "abc"),
                Lines.with(Lines.DETAIL, 3, "4111111111111111"),
                Lines.BATCH,
                Lines.DETAIL);

        assertThat(intake.rejects)
                .extracting(Reject::reason)
                .containsExactly(
                        RejectReason.UNKNOWN_TERMINAL,
                        RejectReason.BATCH_REJECTED,
                        RejectReason.FIELD_COUNT,
                        RejectReason.BAD_VALUE,
                        RejectReason.PAN_IN_CLEAR);
        assertThat(intake.captures()).hasSize(1);
        assertThat(intake.rejectedBatches)
                .containsExactly(
                        new RejectedBatch(new Source(1, 2), Shops.FIRST, "99999999", "000001", Currency.CNY, 1_250));
    }

    @Test
    void rejectsADetailWithoutBatch() {
        Reject reject = only(batches(Lines.DETAIL));
        assertThat(reject.reason()).isEqualTo(RejectReason.BATCH_REJECTED);
        assertThat(reject.detail()).isEqualTo("no batch header stands above it");
    }

    @Test
    void readsAmountsOfAnUnknownCurrencyWithUpToFourDecimals() {
        String batch = "B,898310000000001,00000001,000001,2026-03-02T22:00:00,ZZZ,1,1.5,0,0";
        MemoryIntake intake = batches(
                batch,
                Lines.with(Lines.DETAIL, 5, "1"),
                Lines.with(Lines.DETAIL, 5, "1.2345"),
                Lines.with(Lines.DETAIL, 5, "1.23456"));

        assertThat(intake.rejects)
                .extracting(Reject::reason)
                .containsExactly(
                        RejectReason.UNKNOWN_CURRENCY,
                        RejectReason.BATCH_REJECTED,
                        RejectReason.BATCH_REJECTED,
                        RejectReason.BAD_VALUE);
        List<Tally> captures = intake.tallies.stream()
                .filter(tally -> tally.kind() == Tally.RecordKind.CAPTURES)
                .toList();
        assertThat(captures).hasSize(2).allMatch(tally -> tally.currency().equals("XXX"));
        assertThat(captures.stream().mapToLong(Tally::unreadable).sum()).isEqualTo(1);
    }

    @Test
    void countsEveryLineOnce() {
        MemoryIntake intake = batches(Lines.BATCH, "", Lines.DETAIL, "X", "D,1", Lines.BATCH, "\r");
        assertThat(intake.lines()).isEqualTo(intake.scan.lines()).isEqualTo(9);
    }
}
