package io.qingfen.clearing;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Move;
import io.qingfen.matching.OpenItem;
import io.qingfen.money.Currency;
import io.qingfen.pricing.Prices.Price;
import io.qingfen.reference.Channel;
import io.qingfen.reference.TxnType;
import io.qingfen.review.Resolution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The moves of money that a decision makes. It first undoes what waiting did to the books (suspense goes back to the
 * scheme, withheld credits to the merchant), then books what was decided, like clearing would: amount, fee, cost.
 */
public final class DecisionEffect {
    private static final String ADJUSTMENTS = "ADJUSTMENTS";

    private final LocalDate date;
    private final DecidedItem decided;
    private final Resolution resolution;
    private final List<Move> moves = new ArrayList<>();
    /** Whose money moves: the two records name different merchants when the terminal has moved between them. */
    private String merchant;

    private DecisionEffect(LocalDate date, DecidedItem decided, Resolution resolution) {
        this.date = date;
        this.decided = decided;
        this.resolution = resolution;
        this.merchant = decided.merchantId();
    }

    /**
     * Of any resolution but LINK.
     *
     * @param price fee and cost of what {@link DecidedItem#priceable} says; null when it says nothing
     */
    public static List<Move> of(LocalDate date, Resolution resolution, DecidedItem decided, Price price) {
        DecisionEffect effect = new DecisionEffect(date, decided, resolution);
        if (decided.item() != null && resolution != Resolution.WAIT) {
            effect.release(decided.item());
            effect.decide(price);
        }
        return effect.moves;
    }

    /**
     * Of an authorization whose capture was paid before.
     *
     * @param answer the authorization's item; its case names the moves
     * @param credit who gets the scheme's money: the account that paid for the capture
     */
    public static List<Move> ofLink(LocalDate date, DecidedItem answer, String credit, Price price) {
        DecisionEffect effect = new DecisionEffect(date, answer, Resolution.LINK);
        effect.release(answer.item());
        long minor = answer.authorization().amountMinor();
        Currency currency = answer.authorization().currency();
        effect.move("SETTLED", "", effect.receivable(), credit, minor, currency);
        effect.price(price, currency, ADJUSTMENTS);
        return effect.moves;
    }

    /**
     * Of a capture and an authorization that are one sale: what clearing books for the pair, to be shown beforehand.
     *
     * @param answer the authorization's item
     */
    public static List<Move> ofPair(LocalDate date, DecidedItem answer, Price price) {
        DecisionEffect effect = new DecisionEffect(date, answer, Resolution.LINK);
        effect.release(answer.item());
        long minor = answer.authorization().amountMinor();
        Currency currency = answer.authorization().currency();
        effect.move("SETTLED", "SALES", effect.receivable(), effect.payable(), minor, currency);
        effect.price(price, currency, "MERCHANT_FEES");
        return effect.moves;
    }

    private void decide(Price price) {
        if (resolution != Resolution.SETTLE_AUTHORIZED && decided.capture() != null) {
            merchant = decided.capture().merchant().id();
        }
        switch (resolution) {
            case SETTLE_CAPTURED ->
                settle(
                        decided.capture().txnType(),
                        decided.capture().amountMinor(),
                        decided.capture().currency(),
                        price);
            case SETTLE_AUTHORIZED ->
                settle(
                        decided.authorization().txnType(),
                        decided.authorization().amountMinor(),
                        decided.authorization().currency(),
                        price);
            case WRITE_OFF -> writeOff();
            case REFUND_CARDHOLDER -> takeBack();
            default -> {
                // Undoing what waiting did is all.
            }
        }
    }

    /** What it holds in suspense and keeps from the merchant comes back, the way it went. */
    private void release(OpenItem item) {
        if (item.authorization() == null) {
            return;
        }
        merchant = item.authorization().merchant().id();
        Currency currency = item.authorization().currency();
        String suspense = Account.suspense(item.status().name());
        long held = item.suspenseMinor();
        move(
                "SUSPENSE",
                "",
                held > 0 ? suspense : receivable(),
                held > 0 ? receivable() : suspense,
                Math.abs(held),
                currency);
        move("WITHHELD", "CREDITS_WITHHELD", Account.CREDITS_WITHHELD, payable(), item.withheldMinor(), currency);
    }

    private void settle(TxnType type, long minor, Currency currency, Price price) {
        if (DecidedItem.isCredit(type)) {
            move("SETTLED", ADJUSTMENTS, payable(), receivable(), minor, currency);
        } else {
            move("SETTLED", ADJUSTMENTS, receivable(), payable(), minor, currency);
        }
        price(price, currency, ADJUSTMENTS);
    }

    private void price(Price price, Currency currency, String line) {
        if (price != null) {
            move("FEE", line, payable(), Account.MERCHANT_FEES, price.feeMinor(), currency);
            move("COST", "", Account.schemeCost(channel()), receivable(), price.costMinor(), currency);
        }
    }

    /** The merchant gets a sale, the cardholder a credit, and no scheme or merchant pays for it. */
    private void writeOff() {
        OpenItem item = decided.item();
        if (decided.takenBack() != null) {
            move(
                    "WRITTEN_OFF",
                    "",
                    Account.WRITE_OFF,
                    receivable(),
                    item.withheldMinor(),
                    item.authorization().currency());
        } else if (DecidedItem.isCredit(decided.type())) {
            move(
                    "WRITTEN_OFF",
                    "",
                    Account.WRITE_OFF,
                    receivable(),
                    item.authorization().amountMinor(),
                    item.authorization().currency());
        } else {
            move(
                    "WRITTEN_OFF",
                    ADJUSTMENTS,
                    Account.WRITE_OFF,
                    payable(),
                    item.capture().amountMinor(),
                    item.capture().currency());
        }
    }

    /** What was cleared goes back like a void: whole, with what is left of fee and cost. Else nothing was cleared. */
    private void takeBack() {
        DecidedItem.TakenBack original = decided.takenBack();
        if (original != null) {
            Currency currency = decided.authorization().currency();
            move("SETTLED", ADJUSTMENTS, payable(), receivable(), decided.item().withheldMinor(), currency);
            move("FEE", ADJUSTMENTS, Account.MERCHANT_FEES, payable(), original.feeMinor(), currency);
            move("COST", "", receivable(), Account.schemeCost(channel()), original.costMinor(), currency);
        }
    }

    private String payable() {
        return Account.merchantPayable(merchant);
    }

    private String receivable() {
        return channel().isEmpty() ? Account.UNKNOWN_SCHEME_RECEIVABLE : Account.schemeReceivable(channel());
    }

    /** Empty for a capture alone: only the host knows it. */
    private String channel() {
        if (decided.takenBack() != null) {
            return decided.takenBack().channel();
        }
        Channel channel =
                decided.authorization() == null ? null : decided.authorization().channel();
        return channel == null ? "" : channel.name();
    }

    /** An amount of 0 moves nothing. */
    private void move(String step, String line, String debit, String credit, long minor, Currency currency) {
        if (minor != 0) {
            moves.add(new Move(
                    date,
                    "CASE|" + decided.caseId() + "|" + step,
                    merchant,
                    line,
                    debit,
                    credit,
                    minor,
                    currency,
                    "case " + decided.caseId() + ", " + resolution + ", " + step));
        }
    }
}
