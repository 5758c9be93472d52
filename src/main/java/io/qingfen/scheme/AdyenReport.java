package io.qingfen.scheme;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A settlement details report of Adyen: the transactions of a batch with what is kept of each, its fees, and what was paid
 * out. Columns are found by name. With the row of the payout a batch comes to 0 in each currency.
 */
public final class AdyenReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final List<String> NEEDED = List.of(
            "Merchant Account",
            "Psp Reference",
            "Merchant Reference",
            "Creation Date",
            "Type",
            "Modification Reference",
            "Gross Currency",
            "Gross Debit (GC)",
            "Gross Credit (GC)",
            "Net Currency",
            "Net Debit (NC)",
            "Net Credit (NC)",
            "Commission (NC)",
            "Markup (NC)",
            "Scheme Fees (NC)",
            "Interchange (NC)");
    private static final List<String> FEES =
            List.of("Commission (NC)", "Markup (NC)", "Scheme Fees (NC)", "Interchange (NC)");
    /** Money of the account, not of a transaction: in the sum of the batch, held against nothing. */
    private static final Set<String> OF_THE_ACCOUNT = Set.of(
            "Fee",
            "MiscCosts",
            "MerchantPayout",
            "InvoiceDeduction",
            "DepositCorrection",
            "Balancetransfer",
            "BalanceTransfer",
            "ReserveAdjustment",
            "ManualCorrected",
            "AdvancementCommissionAdjustment");

    private final Columns columns;
    private final LocalDate date;
    private final Map<Currency, Long> net = new TreeMap<>(java.util.Comparator.comparing(Currency::code));
    private boolean some;

    /**
     * @param date on which the batch was closed
     * @throws BadRecord when a column that is needed is missing
     */
    public AdyenReport(List<String> header, LocalDate date) {
        this.columns = new Columns(header);
        this.date = date;
        NEEDED.forEach(columns::oneOf);
    }

    /** @throws BadRecord when it cannot be read for sure */
    public void row(List<String> cells, Place place, RecordSink sink) {
        columns.requireWidth(cells);
        some = true;
        Currency currency = currency(cells, "Net Currency");
        long paid = signed(cells, currency, "Net Credit (NC)", "Net Debit (NC)");
        net.merge(currency, paid, Math::addExact);
        String type = columns.cell(cells, "Type");
        switch (type) {
            case "Settled" -> sink.add(record(cells, place, TxnType.SALE, false, paid));
            case "Refunded" -> sink.add(record(cells, place, TxnType.REFUND, false, paid));
            case "SettledReversed" -> sink.add(record(cells, place, TxnType.SALE, true, paid));
            case "RefundedReversed" -> sink.add(record(cells, place, TxnType.REFUND, true, paid));
            case "Chargeback" -> sink.add(dispute(cells, place, DisputeType.E23, paid));
            case "SecondChargeback" -> sink.add(dispute(cells, place, DisputeType.E25, paid));
            case "ChargebackReversed" -> sink.add(dispute(cells, place, DisputeType.E24, paid));
            default -> {
                if (!OF_THE_ACCOUNT.contains(type)) {
                    throw new BadRecord("Type is " + Decimal.shown(type)
                            + ", which is none of docs/SPEC-schemes.md: nobody knows what it moves");
                }
            }
        }
    }

    private SchemeRecord record(List<String> cells, Place place, TxnType type, boolean reversal, long paid) {
        long gross = gross(cells, (type == TxnType.SALE) != reversal);
        String psp = columns.cell(cells, "Psp Reference");
        String modification = columns.cell(cells, "Modification Reference");
        boolean refund = type == TxnType.REFUND && !modification.isEmpty();
        String ref = refund ? modification : psp;
        String other = refund ? psp : columns.cell(cells, "Merchant Reference");
        if (ref.isEmpty()) {
            throw new BadRecord("the row has no Psp Reference");
        }
        return new SchemeRecord(
                place,
                reversal ? TxnType.REVERSAL : type,
                type,
                Columns.key(ref, 40),
                Columns.key(other, 80),
                "",
                "",
                "",
                merchant(cells),
                gross,
                cost(cells, gross, paid),
                currency(cells, "Gross Currency"),
                seconds(cells),
                "",
                "");
    }

    private String merchant(List<String> cells) {
        String account = columns.cell(cells, "Merchant Account");
        return Columns.isKey(account, 40) ? account : "";
    }

    private long gross(List<String> cells, boolean plus) {
        Currency currency = currency(cells, "Gross Currency");
        long gross = signed(cells, currency, "Gross Credit (GC)", "Gross Debit (GC)");
        if (plus ? gross < 0 : gross > 0) {
            throw new BadRecord("a row " + Decimal.shown(columns.cell(cells, "Type")) + " moves "
                    + Amounts.format(gross, currency) + " the other way");
        }
        return gross;
    }

    /** What is kept, where both sides are of one currency; null otherwise. The fees must say the same. */
    private Long cost(List<String> cells, long gross, long paid) {
        Currency currency = currency(cells, "Net Currency");
        if (!currency.equals(currency(cells, "Gross Currency"))) {
            return null;
        }
        long kept = Math.subtractExact(gross, paid);
        long fees = 0;
        for (String fee : FEES) {
            fees = Math.addExact(fees, amount(cells, fee, currency));
        }
        if (fees != kept && fees != Math.abs(kept)) {
            throw new BadRecord("commission, markup, scheme fees and interchange come to "
                    + Amounts.format(fees, currency) + ", gross less net is " + Amounts.format(kept, currency));
        }
        return kept;
    }

    private Dispute dispute(List<String> cells, Place place, DisputeType type, long paid) {
        long gross = gross(cells, type.sign() > 0);
        Currency currency = currency(cells, "Gross Currency");
        boolean same = currency.equals(currency(cells, "Net Currency"));
        return new Dispute(
                place,
                type,
                columns.cell(cells, "Type"),
                Columns.key(columns.cell(cells, "Psp Reference"), 40),
                "",
                "",
                merchant(cells),
                gross,
                same ? Math.subtractExact(gross, paid) : 0,
                currency,
                seconds(cells),
                "",
                "");
    }

    private long signed(List<String> cells, Currency currency, String credit, String debit) {
        return Math.subtractExact(amount(cells, credit, currency), amount(cells, debit, currency));
    }

    /** Empty is 0. */
    private long amount(List<String> cells, String column, Currency currency) {
        String text = columns.cell(cells, column);
        return text.isEmpty() ? 0 : Decimal.parse(column, text, currency.digits());
    }

    private Currency currency(List<String> cells, String column) {
        String code = columns.cell(cells, column);
        Currency currency = Currency.find(code);
        if (currency == null) {
            throw new BadRecord(column + " is " + Decimal.shown(code) + ", which is no currency");
        }
        return currency;
    }

    private long seconds(List<String> cells) {
        String text = columns.cell(cells, "Creation Date");
        LocalDateTime moment;
        try {
            moment = LocalDateTime.parse(text, TIME);
        } catch (DateTimeParseException another) {
            throw new BadRecord("Creation Date is " + Decimal.shown(text) + ", not a time like 2026-03-02 14:05:06");
        }
        if (moment.toLocalDate().isAfter(date)) {
            throw new BadRecord("Creation Date is of " + moment.toLocalDate() + ", the batch was closed on " + date);
        }
        return moment.toEpochSecond(ZoneOffset.UTC);
    }

    /** @throws BadRecord when the rows of the batch do not come to what was paid out */
    public void end() {
        net.forEach((currency, minor) -> {
            if (some && minor != 0) {
                throw new BadRecord("the rows do not come to 0 with what was paid out: "
                        + Amounts.format(minor, currency) + " " + currency + " are left; the report was cut");
            }
        });
    }
}
