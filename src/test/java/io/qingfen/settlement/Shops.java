package io.qingfen.settlement;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.calendar.SettlementCycle;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.FeeRule;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.MerchantClass;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merchants and reference data for tests of settlement. */
final class Shops {
    static final LocalDate FRI_2026_02_13 = LocalDate.of(2026, 2, 13);
    static final LocalDate SAT_2026_02_14 = LocalDate.of(2026, 2, 14);
    static final Currency JPY = Currency.of("JPY");
    static final String NOODLES = "898310000000001";

    private Shops() {}

    static Merchant noodles() {
        return new Merchant(
                0,
                NOODLES,
                "5812",
                Merchant.Status.ACTIVE,
                MerchantClass.STANDARD,
                "STANDARD",
                SettlementCycle.T1,
                Currency.CNY,
                500_00,
                false,
                "");
    }

    static Merchant with(Merchant.Status status, boolean payoutHold) {
        Merchant it = noodles();
        return new Merchant(
                it.no(),
                it.id(),
                it.mcc(),
                status,
                it.merchantClass(),
                it.feePlan(),
                it.cycle(),
                it.currency(),
                it.minPayoutMinor(),
                payoutHold,
                it.agentId());
    }

    static Merchant with(SettlementCycle cycle, long minPayoutMinor) {
        Merchant it = noodles();
        return new Merchant(
                it.no(),
                it.id(),
                it.mcc(),
                it.status(),
                it.merchantClass(),
                it.feePlan(),
                cycle,
                it.currency(),
                minPayoutMinor,
                it.payoutHold(),
                it.agentId());
    }

    /** China's Spring Festival of 2026, with its make-up Saturdays. */
    static BusinessCalendar springFestival() {
        Set<LocalDate> off = Set.copyOf(
                LocalDate.of(2026, 2, 15).datesUntil(LocalDate.of(2026, 2, 24)).toList());
        return new BusinessCalendar("CN", Set.of(2026), off, Set.of(SAT_2026_02_14, LocalDate.of(2026, 2, 28)));
    }

    static Snapshot reference(Merchant... merchants) {
        return reference(Optional.of(new FeePlan.Instant(Rate.parse("0.02%"), 3_00)), merchants);
    }

    static Snapshot reference(Optional<FeePlan.Instant> instant, Merchant... merchants) {
        FeePlan plan = new FeePlan(
                "STANDARD",
                LocalDate.of(2026, 1, 1),
                FeePlan.RefundFee.PROPORTIONAL,
                instant,
                List.of(),
                Map.of(FeePlan.ONLY_LIST, List.<FeeRule>of()));
        return new Snapshot(
                FRI_2026_02_13,
                Settings.DEFAULTS,
                List.of(merchants),
                List.of(),
                List.of(plan),
                List.of(),
                List.of(),
                springFestival(),
                Map.of(),
                Map.of(),
                List.of(),
                "");
    }

    static MerchantDay day(Owed owed, DayTotal... totals) {
        return new MerchantDay(FRI_2026_02_13, NOODLES, Currency.CNY, List.of(totals), Map.of(), List.of(), owed);
    }

    static DayTotal total(DayLine line, long count, long minor) {
        return new DayTotal(line, "UNIONPAY", "", count, minor);
    }
}
