package io.qingfen.settlement.jdbc;

import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import io.qingfen.settlement.DayTotal;
import io.qingfen.settlement.DepositMove;
import io.qingfen.settlement.MerchantDay;
import io.qingfen.settlement.Owed;
import io.qingfen.settlement.ReserveHold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers merchants' days from several tables, in order of merchant and currency. */
final class DaysInTheMaking {
    private final LocalDate businessDate;
    private final Map<String, Map<String, Day>> byMerchant = new TreeMap<>();

    DaysInTheMaking(LocalDate businessDate) {
        this.businessDate = businessDate;
    }

    Day of(String merchantId, Currency currency) {
        return byMerchant
                .computeIfAbsent(merchantId, id -> new TreeMap<>())
                .computeIfAbsent(currency.code(), code -> new Day(merchantId, currency));
    }

    List<MerchantDay> finished() {
        List<MerchantDay> days = new ArrayList<>();
        byMerchant.values().forEach(byCurrency -> byCurrency.values().forEach(day -> days.add(day.finished())));
        return days;
    }

    /** One merchant in one currency. */
    final class Day {
        private final String merchantId;
        private final Currency currency;
        private final List<DayTotal> totals = new ArrayList<>();
        private final Map<DepositMove, Long> deposits = new EnumMap<>(DepositMove.class);
        private final List<Move> moves = new ArrayList<>();
        private final List<ReserveHold> releases = new ArrayList<>();
        private Owed owed = Owed.NOTHING;

        private Day(String merchantId, Currency currency) {
            this.merchantId = merchantId;
            this.currency = currency;
        }

        void total(DayTotal total) {
            totals.add(total);
        }

        void deposit(DepositMove move, long minor) {
            deposits.merge(move, minor, Math::addExact);
        }

        void move(Move move) {
            moves.add(move);
        }

        void release(ReserveHold hold) {
            releases.add(hold);
        }

        void owed(Owed more) {
            owed = owed.plus(more);
        }

        private MerchantDay finished() {
            return new MerchantDay(businessDate, merchantId, currency, totals, deposits, moves, releases, owed);
        }
    }
}
