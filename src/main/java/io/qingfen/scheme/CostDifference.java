package io.qingfen.scheme;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a scheme kept of a merchant's transactions beside what was reckoned, as one comparison found it; or the brand fees
 * that it told of in files of their own.
 *
 * @param comparedOn the date whose files were compared
 * @param kind {@link #BRAND_FEE}, or empty for costs of the records
 * @param channel of the transactions, as accounts spell it
 * @param ownMinor as reckoned and booked, minor units, + we pay
 * @param schemeMinor as the scheme's file says
 */
public record CostDifference(
        String source,
        LocalDate comparedOn,
        String kind,
        String channel,
        String merchantId,
        Currency currency,
        long ownMinor,
        long schemeMinor) {
    /** Begins the keys of such moves; source, date of the comparison, channel, merchant and currency follow, and a kind. */
    public static final String KEY = "SCHEME_COST|";

    /** Brand fees, for which nothing was reckoned. */
    public static final String BRAND_FEE = "BRAND_FEE";

    /**
     * The move that brings the books to what the scheme keeps: 14.63 reckoned and 14.65 kept moves 0.02 from the receivable to
     * the expense. Empty when both come to the same.
     */
    public Optional<Move> move(LocalDate businessDate) {
        long more = Math.subtractExact(schemeMinor, ownMinor);
        if (more == 0) {
            return Optional.empty();
        }
        String cost = Account.schemeCost(channel);
        String receivable = Account.schemeReceivable(channel);
        return Optional.of(new Move(
                businessDate,
                KEY + source + "|" + comparedOn + "|" + channel + "|" + merchantId + "|" + currency
                        + (kind.isEmpty() ? "" : "|" + kind),
                merchantId,
                "",
                more > 0 ? cost : receivable,
                more > 0 ? receivable : cost,
                Math.abs(more),
                currency,
                words(more)));
    }

    private String words(long more) {
        String files = source + " keeps by its files of " + comparedOn;
        return kind.isEmpty()
                ? "cost that " + files + " " + (more > 0 ? "above" : "below") + " the one reckoned"
                : "brand fees that " + files;
    }
}
