package io.qingfen.verify;

import java.util.ArrayList;
import java.util.List;

/** The moves of money that a decision must have made, reckoned from what waited and what was decided. */
public final class DecisionReckoning {
    private static final String ADJUSTMENTS = "ADJUSTMENTS";
    private static final String RECEIVABLE = "assets:scheme-receivable:";
    private static final String FEES = "income:merchant-fees";
    private static final String WRITE_OFF = "expenses:write-off";

    private final Decided decided;
    private final List<String[]> moves = new ArrayList<>();
    private String merchant;

    /** One of the two records of what waited. */
    public record Side(String merchantId, String txnType, long amountMinor, String currency) {}

    /**
     * @param status why it waited, as suspense names it
     * @param channel empty for a capture alone
     * @param reversal of a sale that was cleared before
     * @param claim null when only the host knew it
     * @param answer null when only the terminal knew it
     * @param paidFrom LINK: the account that paid for the capture before
     */
    public record Decided(
            String caseId,
            String resolution,
            String status,
            String channel,
            boolean reversal,
            long suspenseMinor,
            long withheldMinor,
            Side claim,
            Side answer,
            String paidFrom) {}

    /** Merchant fee and scheme cost that a decision takes, or gives back of a reversed sale; minor units. */
    public record Taken(long feeMinor, long costMinor) {
        public static final Taken NOTHING = new Taken(0, 0);
    }

    private DecisionReckoning(Decided decided) {
        this.decided = decided;
        Side first = decided.answer() == null ? decided.claim() : decided.answer();
        this.merchant = first == null ? "" : first.merchantId();
    }

    /** Of each: key, merchant, currency, line, debit account, credit account, minor units. */
    public static List<String[]> moves(Decided decided, Taken taken) {
        DecisionReckoning reckoning = new DecisionReckoning(decided);
        if (decided.answer() != null) {
            reckoning.release();
        }
        if (!decided.resolution().equals("SETTLE_AUTHORIZED") && decided.claim() != null) {
            reckoning.merchant = decided.claim().merchantId();
        }
        reckoning.decide(taken);
        return reckoning.moves;
    }

    /** What waiting held comes back, the way it went. */
    private void release() {
        String suspense = "liabilities:suspense:" + decided.status();
        boolean held = decided.suspenseMinor() > 0;
        String from = held ? suspense : receivable();
        String to = held ? receivable() : suspense;
        String currency = decided.answer().currency();
        move("SUSPENSE", "", from, to, Math.abs(decided.suspenseMinor()), currency);
        String withheld = "liabilities:suspense:CREDITS_WITHHELD";
        move("WITHHELD", "CREDITS_WITHHELD", withheld, payable(), decided.withheldMinor(), currency);
    }

    private void decide(Taken taken) {
        Side claim = decided.claim();
        Side answer = decided.answer();
        switch (decided.resolution()) {
            case "SETTLE_CAPTURED" -> settle(claim, taken);
            case "SETTLE_AUTHORIZED" -> settle(answer, taken);
            case "WRITE_OFF" -> writeOff();
            case "LINK" -> {
                move("SETTLED", "", receivable(), decided.paidFrom(), answer.amountMinor(), answer.currency());
                take(taken, answer.currency());
            }
            case "REFUND_CARDHOLDER" -> {
                if (decided.reversal()) {
                    takeBack(taken, answer.currency());
                }
            }
            default -> {
                // nothing is paid
            }
        }
    }

    private void settle(Side side, Taken taken) {
        boolean credit = Verdicts.isCredit(side.txnType());
        String from = credit ? payable() : receivable();
        String to = credit ? receivable() : payable();
        move("SETTLED", ADJUSTMENTS, from, to, side.amountMinor(), side.currency());
        take(taken, side.currency());
    }

    private void take(Taken taken, String currency) {
        move("FEE", ADJUSTMENTS, payable(), FEES, taken.feeMinor(), currency);
        move("COST", "", "expenses:scheme-cost:" + decided.channel(), receivable(), taken.costMinor(), currency);
    }

    private void takeBack(Taken taken, String currency) {
        move("SETTLED", ADJUSTMENTS, payable(), receivable(), decided.withheldMinor(), currency);
        move("FEE", ADJUSTMENTS, FEES, payable(), taken.feeMinor(), currency);
        move("COST", "", receivable(), "expenses:scheme-cost:" + decided.channel(), taken.costMinor(), currency);
    }

    private void writeOff() {
        Side claim = decided.claim();
        Side answer = decided.answer();
        if (decided.reversal()) {
            move("WRITTEN_OFF", "", WRITE_OFF, receivable(), decided.withheldMinor(), answer.currency());
        } else if (Verdicts.isCredit((claim == null ? answer : claim).txnType())) {
            move("WRITTEN_OFF", "", WRITE_OFF, receivable(), answer.amountMinor(), answer.currency());
        } else {
            move("WRITTEN_OFF", ADJUSTMENTS, WRITE_OFF, payable(), claim.amountMinor(), claim.currency());
        }
    }

    private String payable() {
        return "liabilities:merchant-payable:" + merchant;
    }

    private String receivable() {
        return RECEIVABLE + (decided.channel().isEmpty() ? "UNKNOWN" : decided.channel());
    }

    private void move(String step, String line, String debit, String credit, long minor, String currency) {
        if (minor != 0) {
            String key = "CASE|" + decided.caseId() + "|" + step;
            moves.add(new String[] {key, merchant, currency, line, debit, credit, Long.toString(minor)});
        }
    }
}
