package io.qingfen.scheme;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import io.qingfen.scheme.Judged.CostSum;
import io.qingfen.scheme.Judged.OwnVerdict;
import io.qingfen.scheme.Judged.RecordVerdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The cases of a date: one per record that differs, one for all its costs; and those that a late counterpart closes. */
public final class Findings {
    private static final int LONGEST_SUBJECT = 200;

    private final SchemeSource source;
    private final LocalDate date;
    private final LocalDate next;
    private final Function<SchemeRecord, String> places;
    private final List<Case> opened = new ArrayList<>();
    private final Map<Object, Case> byItem = new IdentityHashMap<>();

    private Findings(SchemeSource source, LocalDate date, LocalDate next, Function<SchemeRecord, String> places) {
        this.source = source;
        this.date = date;
        this.next = next;
        this.places = places;
    }

    /**
     * @param next the date whose night takes the cases into its reports
     * @param places a record's file and line, for people
     */
    public static Findings of(
            SchemeSource source, LocalDate date, LocalDate next, Judged judged, Function<SchemeRecord, String> places) {
        Findings findings = new Findings(source, date, next, places);
        judged.records().forEach(findings::record);
        judged.own().forEach(findings::own);
        judged.costs().forEach(findings::costs);
        return findings;
    }

    public List<Case> opened() {
        return opened;
    }

    /** The case of a record or an item; empty when it has none. */
    public String caseOf(Object item) {
        Case found = byItem.get(item);
        return found == null ? "" : found.id();
    }

    /** Cases whose counterpart came after all. */
    public static List<String> closed(Judged judged) {
        return judged.records().stream()
                .filter(verdict -> verdict.item() != null)
                .flatMap(verdict ->
                        Stream.of(verdict.record().caseId(), verdict.item().caseId()))
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private void record(RecordVerdict verdict) {
        CaseKind kind = verdict.outcome().kindOfRecord();
        if (kind == null) {
            return;
        }
        SchemeRecord record = verdict.record().item();
        OwnItem item = verdict.item() == null ? null : verdict.item().item();
        long stake = item == null ? record.amountMinor() : verdict.differenceMinor();
        String what = record.txnType() + " " + money(record.amountMinor(), record.currency())
                + (verdict.standing() == Standing.NETTED ? ", reversed by the scheme" : "")
                + (item == null ? "" : ", ours " + item.txnType() + " " + money(item.amountMinor(), item.currency()));
        String names = record.rrn().isEmpty() ? ", ref " + record.schemeRef() : ", rrn " + record.rrn();
        String merchant = item == null ? record.merchantId() : item.merchantId();
        Whose whose = new Whose(merchant, record.terminalId(), record.rrn());
        open(record, kind, what + names + " (" + places.apply(record) + ")", whose, record.currency(), stake);
    }

    private void own(OwnVerdict verdict) {
        if (verdict.outcome() != Outcome.SHORT) {
            return;
        }
        OwnItem item = verdict.item().item();
        String what = item.txnType() + " " + money(item.amountMinor(), item.currency()) + " of " + item.businessDate()
                + ", transaction " + item.transactionId() + ", in no file until " + date;
        Whose whose = new Whose(item.merchantId(), item.terminalId(), item.rrn());
        open(item, CaseKind.SHORT, what, whose, item.currency(), item.amountMinor());
    }

    private void costs(Currency currency, CostSum sum) {
        if (sum.differing() > 0) {
            String what = "cost of " + sum.differing()
                    + (sum.differing() == 1 ? " transaction: ours " : " transactions: ours ")
                    + money(sum.ownMinor(), currency) + ", theirs " + money(sum.schemeMinor(), currency)
                    + " over all that were joined";
            open(sum, CaseKind.COST_DIFFERS, what, Whose.NOBODY, currency, sum.differenceMinor());
        }
    }

    /** A dispute is a case always: somebody answers it, or sees that nothing was booked. */
    public void dispute(DisputeVerdict verdict, String place) {
        Dispute dispute = verdict.dispute();
        String what = dispute.type() + " " + dispute.type().words() + " "
                + money(dispute.amountMinor(), dispute.currency()) + ", reason " + dispute.reason() + ", rrn "
                + dispute.rrn()
                + (verdict.answerUntil() == null ? "" : ", answer until " + verdict.answerUntil())
                + (verdict.why().isEmpty() ? "" : ", not booked: " + verdict.why()) + " (" + place + ")";
        String merchant = verdict.original() == null
                ? dispute.merchantId()
                : verdict.original().merchantId();
        Whose whose = new Whose(merchant, dispute.terminalId(), dispute.rrn());
        open(verdict, CaseKind.DISPUTE, what, whose, dispute.currency(), dispute.amountMinor());
    }

    /** One case for all keys that differ between a statement of funds and the records. */
    public void funds(FundsAgreement agreement) {
        if (agreement.agrees()) {
            return;
        }
        Currency currency = agreement.currency();
        FundsAgreement.Differing first = agreement.differing().get(0);
        String what = "funds " + money(agreement.fundsMinor(), currency) + ", records "
                + money(agreement.recordsMinor(), currency) + "; differing: "
                + agreement.differing().size() + ", first " + first.key() + ": "
                + money(first.fundsMinor(), currency) + ", records " + money(first.recordsMinor(), currency);
        long stake = stake(agreement.differing(), FundsAgreement.Differing::difference);
        open(agreement, CaseKind.FUNDS_DIFFER, what, Whose.NOBODY, currency, stake);
    }

    /**
     * One case for all brand fees that belong to no record.
     *
     * @param places file and line, for people
     */
    public void fees(BrandFees fees, Function<SchemeRecord.Place, String> places) {
        if (fees.alone().isEmpty()) {
            return;
        }
        Currency currency = fees.currency();
        BrandFees.Alone first = fees.alone().get(0);
        String what = "brand fees " + money(fees.minor(), currency) + " in " + fees.count() + " lines; of no record: "
                + fees.alone().size() + ", " + money(fees.aloneMinor(), currency) + "; first "
                + places.apply(first.fee().place()) + " " + first.why() + " "
                + money(first.fee().feeMinor(), currency);
        long stake = stake(fees.alone(), one -> one.fee().feeMinor());
        open(fees, CaseKind.BRAND_FEES_DIFFER, what, Whose.NOBODY, currency, stake);
    }

    /** Differences that cancel in a sum are at stake both. */
    private static <T> long stake(List<T> differences, ToLongFunction<T> minor) {
        return differences.stream().mapToLong(minor).map(Math::abs).reduce(0, Math::addExact);
    }

    private void open(Object item, CaseKind kind, String what, Whose whose, Currency currency, long stake) {
        String subject = source.name() + " " + date + ": " + what;
        String cut = subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
        String code = currency.code();
        long exposure = Math.abs(stake);
        Case found = new Case(
                next,
                kind,
                cut,
                whose.merchant(),
                whose.terminal(),
                "",
                "",
                whose.rrn(),
                null,
                null,
                code,
                "",
                exposure,
                0,
                0,
                0,
                0);
        opened.add(found);
        byItem.put(item, found);
    }

    private static String money(long minor, Currency currency) {
        return Amounts.format(minor, currency) + " " + currency;
    }
}
