package io.qingfen;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.calendar.SettlementCycle;
import io.qingfen.money.Currency;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.MerchantClass;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Small snapshots of reference data for tests: active merchants with home currency CNY and what else a test names. */
public final class Snapshots {
    private Snapshots() {}

    public static Snapshot of(LocalDate date, Collection<String> merchantIds) {
        return of(date, Settings.DEFAULTS, merchants(merchantIds), List.of(), Map.of());
    }

    public static Snapshot of(
            LocalDate date,
            Settings settings,
            List<Merchant> merchants,
            List<Terminal> terminals,
            Map<String, ResponseCode> responseCodes) {
        return new Snapshot(
                date,
                settings,
                merchants,
                terminals,
                List.of(),
                List.of(),
                List.of(),
                new BusinessCalendar("CN", java.util.Set.of(2026), java.util.Set.of(), java.util.Set.of()),
                responseCodes,
                Map.of(),
                List.of(),
                "0".repeat(64));
    }

    /** In byte order of id. */
    public static List<Merchant> merchants(Collection<String> ids) {
        List<Merchant> merchants = new ArrayList<>();
        for (String id : new TreeSet<>(ids)) {
            merchants.add(new Merchant(
                    merchants.size(),
                    id,
                    "5812",
                    Merchant.Status.ACTIVE,
                    MerchantClass.STANDARD,
                    "STANDARD",
                    SettlementCycle.T1,
                    Currency.CNY,
                    0,
                    false,
                    ""));
        }
        return merchants;
    }
}
