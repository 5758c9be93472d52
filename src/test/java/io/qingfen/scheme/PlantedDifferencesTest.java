package io.qingfen.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.scheme.Judged.OwnVerdict;
import io.qingfen.scheme.Judged.RecordVerdict;
import io.qingfen.scheme.PlantedDays.Plan;
import io.qingfen.scheme.SchemeJoin.Joined;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every planted difference is found under its name and none is invented, and the master control closes to the fen on every
 * date, whatever the seed. More seeds with {@code -Dqingfen.scheme.seeds=N}.
 */
class PlantedDifferencesTest {
    private static final int SEEDS = Integer.getInteger("qingfen.scheme.seeds", 100);
    private static final int DATES = 7;
    private static final int PER_DATE = 40;

    @Test
    void areFoundAllAndNoOthers() {
        Set<Plan> used = EnumSet.noneOf(Plan.class);
        for (long seed = 1; seed <= SEEDS; seed++) {
            PlantedDays days = new PlantedDays(seed, DATES, PER_DATE);
            assertThat(new Played(days, seed).found)
                    .as("seed %d, %s", seed, days.source)
                    .containsExactlyElementsOf(days.expected);
            used.addAll(days.planted.keySet());
        }
        assertThat(used).isEqualTo(EnumSet.allOf(Plan.class));
    }

    @Test
    void areTheSameWhateverTheOrderOfTheFiles() {
        for (long seed = 1; seed <= 10; seed++) {
            PlantedDays days = new PlantedDays(seed, DATES, PER_DATE);
            TreeSet<String> found = new Played(days, seed).found;
            days.own.values().forEach(items -> Collections.shuffle(items, new Random(7)));
            days.files.values().forEach(records -> Collections.shuffle(records, new Random(8)));
            assertThat(new Played(days, seed).found).as("seed %d", seed).isEqualTo(found);
        }
    }

    /** Plays the dates one after the other, as the job does, with what it keeps held in lists. */
    private static final class Played {
        private final PlantedDays days;
        private final long seed;
        private final List<Side<OwnItem>> own = new ArrayList<>();
        private final List<Side<SchemeRecord>> records = new ArrayList<>();
        private final List<SchemeRecord> joinedBefore = new ArrayList<>();
        private final TreeSet<String> found = new TreeSet<>();
        private long carried;

        Played(PlantedDays days, long seed) {
            this.days = days;
            this.seed = seed;
            days.files.keySet().forEach(this::play);
        }

        private void play(LocalDate date) {
            days.own.get(date).forEach(item -> own.add(Side.fresh(item, date)));
            days.files.get(date).forEach(record -> records.add(Side.fresh(record, date)));
            Joined joined = SchemeJoin.join(own, records);
            KnownRecords known = KnownRecords.of(joined);
            joinedBefore.forEach(one -> known.joined(one.schemeRef(), one.rrn(), one.terminalId(), one.amountMinor()));
            days.failedHere.forEach(rrn -> known.failed(rrn, "10000001"));
            boolean first = date.equals(PlantedDays.FIRST);
            Judged judged = new Judging(days.source, date, first, date.atTime(PlantedDays.OWN_CUT_OFF))
                    .judge(joined, known::of, days.disputes.get(date));
            requireIdentity(date, judged, first);
            judged.records().forEach(verdict -> keep(date, verdict));
            judged.own().forEach(verdict -> keep(date, verdict));
        }

        private void requireIdentity(LocalDate date, Judged judged, boolean first) {
            MasterControl control = judged.controls().get(Currency.CNY);
            assertThat(control.difference()).as("seed %d, %s", seed, date).isZero();
            assertThat(control.own().minor())
                    .isEqualTo(days.own.get(date).stream()
                            .mapToLong(OwnItem::amountMinor)
                            .sum());
            assertThat(control.scheme().minor())
                    .isEqualTo(days.files.get(date).stream()
                                    .mapToLong(SchemeRecord::amountMinor)
                                    .sum()
                            + disputed(date));
            assertThat(control.disputes().minor()).isEqualTo(disputed(date));
            if (!first) {
                assertThat(control.carriedIn().minor())
                        .as("seed %d, carried into %s", seed, date)
                        .isEqualTo(carried);
            }
            carried = control.carriedOut().minor();
        }

        private long disputed(LocalDate date) {
            return days.disputes.get(date).stream()
                    .mapToLong(Dispute::amountMinor)
                    .sum();
        }

        private void keep(LocalDate date, RecordVerdict verdict) {
            tell(date, verdict.outcome(), verdict.record().item().rrn());
            replace(records, verdict.record(), verdict.standing());
            if (verdict.standing() == Standing.JOINED) {
                joinedBefore.add(verdict.record().item());
            }
            if (verdict.item() != null) {
                own.removeIf(side -> side == verdict.item());
            }
        }

        private void keep(LocalDate date, OwnVerdict verdict) {
            tell(date, verdict.outcome(), verdict.item().item().rrn());
            replace(own, verdict.item(), verdict.standing());
        }

        private void tell(LocalDate date, Outcome outcome, String rrn) {
            if (outcome != Outcome.CONFIRMED) {
                found.add(date + "|" + outcome + "|" + rrn);
            }
        }

        private static <T> void replace(List<Side<T>> sides, Side<T> side, Standing standing) {
            sides.removeIf(one -> one == side);
            if (standing == Standing.WAITING || standing == Standing.OUTSTANDING) {
                sides.add(new Side<>(side.item(), standing, side.since(), ""));
            }
        }
    }
}
