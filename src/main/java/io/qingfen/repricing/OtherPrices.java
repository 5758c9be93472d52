package io.qingfen.repricing;

import io.qingfen.pricing.Prices;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.FeePlan.RefundFee;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.OtherPlans;
import io.qingfen.reference.Snapshot;
import io.qingfen.repricing.Repriced.Kept;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * Prices sales of one business date as other plans would have: merchants, their plan's name and everything else as they
 * were frozen for that date, tiers by the same month before. Not safe for several threads.
 */
public final class OtherPrices {
    private static final int MOST_REFUSALS = 100;

    private final LocalDate date;
    private final Snapshot others;
    private final OtherPlans plans;
    private final CardOrigins origins;
    private final Prices prices;
    private final Prices booked;
    private final boolean askOrigin;
    private final Set<Merchant> checked = new HashSet<>();
    private final SortedSet<String> refusals = new TreeSet<>();

    /**
     * @param frozen reference data of the date
     * @param salesOfLastMonth cleared net sales of a merchant in the month before the date, minor units
     */
    public OtherPrices(
            Snapshot frozen, OtherPlans plans, ToLongFunction<Merchant> salesOfLastMonth, CardOrigins origins) {
        this.date = frozen.businessDate();
        this.others = frozen.withPlans(plans.plans());
        this.plans = plans;
        this.origins = origins;
        this.prices = new Prices(date, others, salesOfLastMonth);
        this.booked = new Prices(date, frozen, salesOfLastMonth);
        this.askOrigin = plans.askCardOrigin();
    }

    /** The reference data of the date with the other plans in place of its own. */
    public Snapshot reference() {
        return others;
    }

    /** What a refund of this merchant would have done to the fee on this date. */
    public RefundFee refundFee(String merchantId) {
        return prices.refundFee(checked(merchantId));
    }

    /** Merchants that cannot be priced, with what to do: a fee that was reckoned meanwhile says nothing. */
    public SortedSet<String> refusals() {
        return refusals;
    }

    public Repriced of(Sale sale) {
        Merchant merchant = checked(sale.merchantId());
        if (!askOrigin) {
            return repriced(sale, prices.price(sale.priceable(merchant, CardOrigin.DOMESTIC)));
        }
        Optional<CardOrigin> origin = origins.of(sale);
        if (origin.isPresent()) {
            return repriced(sale, prices.price(sale.priceable(merchant, origin.get())));
        }
        return withoutOrigin(sale, merchant);
    }

    private Merchant checked(String merchantId) {
        Merchant merchant = others.merchant(merchantId);
        if (merchant == null) {
            throw new IllegalStateException("no merchant " + merchantId + " in the reference data of " + date);
        }
        if (checked.add(merchant) && refusals.size() < MOST_REFUSALS) {
            plans.refusal(merchant, date).ifPresent(refusals::add);
        }
        return merchant;
    }

    private static Repriced repriced(Sale sale, Prices.Price price) {
        return price == null
                ? Repriced.asBooked(sale.feeMinor(), Kept.UNPRICED)
                : Repriced.by(price.feeMinor(), price.rule());
    }

    /** Known all the same when both origins cost the same, or when only one of them gives the fee that was booked. */
    private Repriced withoutOrigin(Sale sale, Merchant merchant) {
        Repriced domestic = repriced(sale, prices.price(sale.priceable(merchant, CardOrigin.DOMESTIC)));
        Repriced foreign = repriced(sale, prices.price(sale.priceable(merchant, CardOrigin.FOREIGN)));
        boolean mayBeDomestic = givesTheBookedFee(sale, merchant, CardOrigin.DOMESTIC);
        boolean mayBeForeign = givesTheBookedFee(sale, merchant, CardOrigin.FOREIGN);
        if (domestic.equals(foreign) || mayBeDomestic && !mayBeForeign) {
            return domestic;
        }
        return mayBeForeign && !mayBeDomestic ? foreign : Repriced.asBooked(sale.feeMinor(), Kept.ORIGIN_UNKNOWN);
    }

    private boolean givesTheBookedFee(Sale sale, Merchant merchant, CardOrigin origin) {
        Prices.Price price = booked.price(sale.priceable(merchant, origin));
        return price != null
                && price.feeMinor() == sale.feeMinor()
                && price.rule().equals(sale.feeRule());
    }
}
