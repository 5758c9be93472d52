package io.qingfen.settlement;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ledger entries of a merchant's day. Each has a key that is unique within the date, so that the same day posted
 * twice is posted once. After them the merchant's payable and receivable are what the position carries forward.
 */
public final class DayEntries {
    private final MerchantDay day;
    private final Map<String, Entry> byKey = new TreeMap<>();

    private DayEntries(MerchantDay day) {
        this.day = day;
    }

    /** The entries of a day that no agent shares in. */
    public static List<Entry> of(MerchantDay day, Optional<Position> position) {
        return of(day, position, Optional.empty());
    }

    /**
     * The entries in order of their keys.
     *
     * @param position empty for a day without lines
     * @param share empty when nobody shares in the merchant's fees
     */
    public static List<Entry> of(MerchantDay day, Optional<Position> position, Optional<AgentShare> share) {
        DayEntries entries = new DayEntries(day);
        entries.showReceivableAsPayable();
        entries.totals();
        day.deposits().forEach(entries::deposit);
        day.moves().forEach(entries::move);
        day.releases().forEach(entries::release);
        share.ifPresent(entries::share);
        position.ifPresent(entries::position);
        return new ArrayList<>(entries.byKey.values());
    }

    /** Undoes yesterday's {@link #showPayableAsReceivable}. */
    private void showReceivableAsPayable() {
        add(
                "RECEIVABLE_REVERSED",
                "merchant receivable of the previous date, reversed",
                payable(),
                Account.merchantReceivable(day.merchantId()),
                day.owed().receivableMinor());
    }

    private void totals() {
        Map<String, DayTotal> sums = new TreeMap<>();
        for (DayTotal total : day.totals()) {
            sums.merge(total.key(), total, DayEntries::together);
        }
        sums.values()
                .forEach(total -> add(
                        total.key(),
                        total.description(),
                        total.debitAccount(),
                        total.creditAccount(day.merchantId()),
                        total.minor()));
    }

    private static DayTotal together(DayTotal one, DayTotal other) {
        return new DayTotal(
                one.line(),
                one.channel(),
                one.matchStatus(),
                Math.addExact(one.count(), other.count()),
                Math.addExact(one.minor(), other.minor()));
    }

    private void deposit(DepositMove move, long minor) {
        String merchant = day.merchantId();
        add(
                "DEPOSIT_" + move,
                "terminal deposits " + move,
                move.debitAccount(merchant),
                move.creditAccount(merchant),
                minor);
    }

    /** Its key is its own: two of them are two entries. */
    private void move(Move move) {
        Entry entry = move.entry();
        byKey.put(entry.key(), entry);
    }

    /** One entry for each date that it was withheld on. */
    private void release(ReserveHold hold) {
        add(
                "RESERVE_RELEASED|" + hold.withheldOn(),
                "reserve of " + hold.withheldOn() + " released",
                Account.reserve(day.merchantId()),
                payable(),
                hold.withheldMinor());
    }

    private void share(AgentShare share) {
        add(
                "AGENT_SHARE",
                "share of agent " + share.agentId(),
                Account.AGENT_SHARE,
                Account.agentPayable(share.agentId()),
                share.shareMinor());
    }

    private void position(Position position) {
        long reserve = Math.negateExact(position.lines().of(Line.RESERVE_WITHHELD));
        add("RESERVE_WITHHELD", "reserve withheld", payable(), Account.reserve(day.merchantId()), reserve);
        long fee = Math.negateExact(position.lines().of(Line.INSTANT_FEE));
        add("INSTANT_FEE", "instant fee", payable(), Account.INSTANT_FEES, fee);
        add("PAYOUT", "payout prepared", payable(), Account.PAYOUTS_IN_TRANSIT, position.payoutMinor());
        showPayableAsReceivable(Math.max(0, Math.negateExact(position.carriedForwardMinor())));
    }

    private void showPayableAsReceivable(long minor) {
        add(
                "RECEIVABLE",
                "negative payable shown as receivable",
                Account.merchantReceivable(day.merchantId()),
                payable(),
                minor);
    }

    private String payable() {
        return Account.merchantPayable(day.merchantId());
    }

    /** An amount of 0 needs no entry. */
    private void add(String what, String description, String debit, String credit, long minor) {
        if (minor != 0) {
            String key = what + "|" + day.merchantId() + "|" + day.currency();
            String text = description + ", " + day.merchantId();
            byKey.put(key, Entry.transfer(day.businessDate(), key, text, debit, credit, minor, day.currency()));
        }
    }
}
