package io.qingfen.scheme.batch;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.run.CsvRows;
import io.qingfen.scheme.BalanceSheet;
import io.qingfen.scheme.BrandFees;
import io.qingfen.scheme.jdbc.FoundBy;
import io.qingfen.scheme.jdbc.SchemeBalances;
import io.qingfen.scheme.jdbc.SchemeBrandFees;
import io.qingfen.scheme.jdbc.SchemeDisputes;
import io.qingfen.scheme.jdbc.SchemeFunds;
import java.io.IOException;
import java.time.LocalDate;

/** Columns and rows of the CSV files of a date. */
final class SchemeColumns {
    static final String BALANCE =
            "business_date source channels currency own_count own carried_in carried_out disputes long short"
                    + " scheme_count scheme_total difference own_cost scheme_cost cost_difference cost_differs"
                    + " funds funds_difference funds_other brand_fees brand_fees_alone brand_fees_booked";
    static final String DIFFERENCES =
            "business_date source outcome txn_type currency scheme_amount own_amount difference scheme_cost rrn"
                    + " scheme_ref terminal_id merchant_id masked_pan transaction_id own_date file line case_id";
    static final String FUNDS = "business_date source currency key records_amount funds_amount difference file line";
    static final String FEES =
            "business_date source outcome currency amount fee rrn scheme_ref terminal_id merchant_id masked_pan file line"
                    + " case_id";
    static final String DISPUTES =
            "business_date source dispute_type reason currency amount cost rrn scheme_ref terminal_id merchant_id"
                    + " masked_pan transaction_id own_date line not_booked answer_until file file_line case_id";

    private SchemeColumns() {}

    static void balance(CsvRows rows, LocalDate date, SchemeBalances.Balance one) throws IOException {
        Currency currency = one.control().currency();
        rows.date(date).code(one.source()).code(one.channels()).code(currency.code());
        rows.number(one.control().own().count());
        number(rows, currency, one.control().own().minor());
        number(rows, currency, one.control().carriedIn().minor());
        number(rows, currency, one.control().carriedOut().minor());
        number(rows, currency, one.control().disputes().minor());
        number(rows, currency, one.control().longs().minor());
        number(rows, currency, one.control().shorts().minor());
        rows.number(one.control().scheme().count());
        number(rows, currency, one.control().scheme().minor());
        number(rows, currency, one.control().difference());
        number(rows, currency, one.costs().ownMinor());
        number(rows, currency, one.costs().schemeMinor());
        number(
                rows,
                currency,
                Math.subtractExact(one.costs().schemeMinor(), one.costs().ownMinor()));
        rows.number(one.costs().differing());
        BalanceSheet.Funds said = one.funds();
        number(rows, currency, said == null ? null : said.fundsMinor());
        number(rows, currency, said == null ? null : Math.subtractExact(said.fundsMinor(), said.recordsMinor()));
        number(rows, currency, said == null ? null : said.otherMinor());
        BrandFees.Told fees = one.fees();
        number(rows, currency, fees == null ? null : fees.all().minor());
        number(rows, currency, fees == null ? null : fees.alone().minor());
        number(rows, currency, fees == null ? null : fees.booked().minor());
        rows.end();
    }

    static void alone(CsvRows rows, LocalDate date, SchemeBrandFees.Row one) throws IOException {
        Currency currency = Currency.of(one.currency());
        rows.date(date).code(one.source()).code(one.outcome()).code(one.currency());
        number(rows, currency, one.amountMinor());
        number(rows, currency, one.feeMinor());
        by(rows, one.by());
        rows.code(one.file()).number(Integer.toString(one.line()));
        rows.code(one.caseId()).end();
    }

    static void dispute(CsvRows rows, LocalDate date, SchemeDisputes.Row one) throws IOException {
        Currency currency = Currency.of(one.currency());
        rows.date(date).code(one.source()).code(one.type()).code(one.reason()).code(one.currency());
        number(rows, currency, one.amountMinor());
        number(rows, currency, one.costMinor());
        by(rows, one.by());
        ours(rows, one.by());
        rows.code(one.line()).code(one.why()).date(one.answerUntil());
        rows.code(one.file()).number(Integer.toString(one.lineNo())).code(one.caseId());
        rows.end();
    }

    static void differing(CsvRows rows, LocalDate date, SchemeFunds.Row one) throws IOException {
        Currency currency = Currency.of(one.currency());
        rows.date(date).code(one.source()).code(one.currency()).code(one.key());
        number(rows, currency, one.recordsMinor());
        number(rows, currency, one.fundsMinor());
        number(rows, currency, Math.subtractExact(one.fundsMinor(), one.recordsMinor()));
        rows.code(one.file())
                .number(one.line() == 0 ? null : Integer.toString(one.line()))
                .end();
    }

    static void difference(CsvRows rows, LocalDate date, SchemeBalances.Difference one) throws IOException {
        Currency currency = Currency.of(one.currency());
        rows.date(date)
                .code(one.source())
                .code(one.outcome())
                .code(one.txnType())
                .code(one.currency());
        number(rows, currency, one.schemeMinor());
        number(rows, currency, one.ownMinor());
        number(rows, currency, one.differenceMinor());
        number(rows, currency, one.costMinor());
        by(rows, one.by());
        ours(rows, one.by());
        rows.code(one.file())
                .number(one.line() == 0 ? null : Integer.toString(one.line()))
                .code(one.caseId())
                .end();
    }

    private static void by(CsvRows rows, FoundBy by) throws IOException {
        rows.code(by.rrn()).code(by.schemeRef()).code(by.terminalId()).code(by.merchantId());
        rows.code(by.cardMasked());
    }

    private static void ours(CsvRows rows, FoundBy by) throws IOException {
        rows.code(by.transactionId()).date(by.ownDate());
    }

    private static void number(CsvRows rows, Currency currency, Long minor) {
        rows.number(minor == null ? null : Amounts.format(minor, currency));
    }
}
