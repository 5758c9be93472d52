package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.Channel;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/** Days of transactions in the books and in files of a scheme, with differences whose outcome is known beforehand. */
final class PlantedDays {
    static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    static final LocalTime OWN_CUT_OFF = LocalTime.of(23, 0);
    private static final TxnType[] TYPES = {
        TxnType.SALE,
        TxnType.SALE,
        TxnType.SALE,
        TxnType.OFFLINE_SALE,
        TxnType.PREAUTH_COMPLETION,
        TxnType.VOID,
        TxnType.REFUND
    };

    /** What may be planted. */
    enum Plan {
        AGREES,
        NEXT_FILE,
        FILE_BEFORE,
        OTHER_AMOUNT,
        OTHER_COST,
        REVERSED_BY_THE_SCHEME,
        REVERSED_LATER,
        NEVER_PAID,
        PAID_LATE,
        BOOKED_LATE,
        FAILED_HERE,
        PAID_TWICE,
        UNKNOWN,
        UNKNOWN_AFTER_OUR_CUT_OFF,
        REVERSED_ALONE,
        BEFORE_THE_FIRST_FILE
    }

    final SchemeSource source;
    final int dates;
    final Map<LocalDate, List<OwnItem>> own = new TreeMap<>();
    final Map<LocalDate, List<SchemeRecord>> files = new TreeMap<>();
    final Map<LocalDate, List<Dispute>> disputes = new TreeMap<>();
    /** {@code date|OUTCOME|rrn} of everything that is not simply confirmed. */
    final TreeSet<String> expected = new TreeSet<>();

    final Set<String> failedHere = new HashSet<>();
    final Map<Plan, Integer> planted = new TreeMap<>();
    private final SplittableRandom random;
    private int next;

    PlantedDays(long seed, int dates, int perDate) {
        this.random = new SplittableRandom(seed);
        this.dates = dates;
        LocalTime cutOff = random.nextBoolean() ? OWN_CUT_OFF : LocalTime.MIDNIGHT;
        int carryDays = random.nextInt(1, 4);
        source = new SchemeSource(
                "s",
                Set.of(Channel.UNIONPAY),
                Map.of(SchemeFileName.Kind.RECORDS, "f"),
                30,
                false,
                cutOff,
                carryDays,
                1,
                false);
        for (int i = 0; i < dates; i++) {
            own.put(FIRST.plusDays(i), new ArrayList<>());
            files.put(FIRST.plusDays(i), new ArrayList<>());
            disputes.put(FIRST.plusDays(i), disputes(random.nextInt(4)));
        }
        for (int i = 0; i < dates; i++) {
            for (int n = 0; n < perDate; n++) {
                Plan[] plans = Plan.values();
                Plan plan = random.nextInt(3) == 0 ? plans[random.nextInt(plans.length)] : Plan.AGREES;
                plant(plan, FIRST.plusDays(i));
            }
        }
    }

    /** Of all types, with the sign of their type. */
    private List<Dispute> disputes(int count) {
        List<Dispute> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DisputeType type = DisputeType.values()[random.nextInt(DisputeType.values().length)];
            long minor = type.sign() * random.nextLong(1, 100_000);
            Place place = new Place(99, i + 1);
            some.add(new Dispute(place, type, "4515", "d", "", "10000001", "M1", minor, 0, Currency.CNY, 0, "", ""));
        }
        return some;
    }

    /** One transaction of the date. */
    private void plant(Plan plan, LocalDate date) {
        planted.merge(plan, 1, Integer::sum);
        String rrn = String.format("%012d", ++next);
        TxnType type = TYPES[random.nextInt(TYPES.length)];
        long minor = random.nextLong(100, 1_000_000) * (type.side() == TxnType.Side.DEBIT ? 1 : -1);
        long cost = random.nextLong(100);
        long noon = seconds(date, LocalTime.NOON);
        switch (plan) {
            case AGREES -> {
                book(date, rrn, type, minor, cost, noon);
                pay(date, rrn, type, minor, cost, noon);
            }
            case NEXT_FILE -> {
                book(date, rrn, type, minor, cost, noon);
                expect(date, Outcome.CARRIED, rrn);
                giveUp(date, rrn, 1);
                pay(date.plusDays(1), rrn, type, minor, cost, noon);
            }
            case FILE_BEFORE -> {
                LocalDate file = date.minusDays(1);
                long night = seconds(file, LocalTime.of(23, 30));
                book(date, rrn, type, minor, cost, night);
                if (pay(file, rrn, type, minor, cost, night)) {
                    expect(file, Outcome.CARRIED, rrn);
                } else if (night < SchemeSource.seconds(source.beginOf(date))) {
                    expect(date, Outcome.EARLIER_FILE, rrn);
                } else {
                    neverPaid(date, rrn);
                }
            }
            case OTHER_AMOUNT -> {
                book(date, rrn, type, minor, cost, noon);
                pay(date, rrn, type, minor + random.nextLong(1, 50) * (random.nextBoolean() ? 1 : -1), cost, noon);
                expect(date, Outcome.AMOUNT_DIFFERS, rrn);
            }
            case OTHER_COST -> {
                book(date, rrn, type, minor, cost, noon);
                pay(date, rrn, type, minor, cost + random.nextLong(1, 9), noon);
                expect(date, Outcome.COST_DIFFERS, rrn);
            }
            case REVERSED_BY_THE_SCHEME -> {
                book(date, rrn, type, minor, cost, noon);
                pay(date, rrn, type, minor, cost, noon);
                reverse(date, rrn, type, minor, noon);
                expect(date, Outcome.STATUS_DIFFERS, rrn);
                expect(date, Outcome.NETTED, rrn);
            }
            case REVERSED_LATER -> {
                book(date, rrn, type, minor, cost, noon);
                pay(date, rrn, type, minor, cost, noon);
                reverse(date.plusDays(1), rrn, type, minor, noon);
                expect(date.plusDays(1), Outcome.STATUS_DIFFERS, rrn);
            }
            case NEVER_PAID -> {
                book(date, rrn, type, minor, cost, noon);
                neverPaid(date, rrn);
            }
            case PAID_LATE -> {
                book(date, rrn, type, minor, cost, noon);
                neverPaid(date, rrn);
                pay(date.plusDays(source.carryDays() + 1), rrn, type, minor, cost, noon);
            }
            case BOOKED_LATE -> {
                pay(date, rrn, type, minor, cost, noon);
                expect(date, Outcome.UNKNOWN_TO_US, rrn);
                book(date.plusDays(1), rrn, type, minor, cost, noon);
            }
            case FAILED_HERE -> {
                failedHere.add(rrn);
                pay(date, rrn, type, minor, cost, noon);
                expect(date, Outcome.LONG, rrn);
            }
            case PAID_TWICE -> {
                book(date, rrn, type, minor, cost, noon);
                pay(date, rrn, type, minor, cost, noon);
                LocalDate again = random.nextBoolean() ? date : date.plusDays(1);
                pay(again, rrn, type, minor, cost, noon);
                expect(again, Outcome.LONG, rrn);
            }
            case UNKNOWN -> {
                pay(date, rrn, type, minor, cost, noon);
                expect(date, Outcome.UNKNOWN_TO_US, rrn);
            }
            case UNKNOWN_AFTER_OUR_CUT_OFF -> {
                pay(date, rrn, type, minor, cost, seconds(date, LocalTime.of(23, 30)));
                expect(date, Outcome.CARRIED, rrn);
                expect(date.plusDays(source.carryDays()), Outcome.UNKNOWN_TO_US, rrn);
            }
            case REVERSED_ALONE -> {
                pay(date, rrn, type, minor, cost, noon);
                reverse(date, rrn, type, minor, noon);
                expect(date, Outcome.NETTED, rrn);
            }
            case BEFORE_THE_FIRST_FILE -> {
                book(date, rrn, type, minor, cost, seconds(FIRST.minusDays(1), LocalTime.of(22, 59, 59)));
                if (date.equals(FIRST)) {
                    expect(date, Outcome.EARLIER_FILE, rrn);
                } else {
                    neverPaid(date, rrn);
                }
            }
            default -> throw new IllegalStateException(plan.name());
        }
    }

    private void neverPaid(LocalDate date, String rrn) {
        expect(date, Outcome.CARRIED, rrn);
        expect(date.plusDays(source.carryDays()), Outcome.SHORT, rrn);
    }

    /** With few days to wait the next file is too late by one date only when there are none. */
    private void giveUp(LocalDate date, String rrn, int after) {
        if (source.carryDays() < after) {
            expect(date.plusDays(source.carryDays()), Outcome.SHORT, rrn);
        }
    }

    private void expect(LocalDate date, Outcome outcome, String rrn) {
        if (files.containsKey(date)) {
            expected.add(date + "|" + outcome + "|" + rrn);
        }
    }

    private void book(LocalDate date, String rrn, TxnType type, long minor, long cost, long time) {
        if (own.containsKey(date)) {
            String ref = (Long.parseLong(rrn) & 1) == 0 ? "ref" + rrn : "";
            own.get(date)
                    .add(new OwnItem(
                            "T" + rrn, date, type, ref, rrn, "10000001", "M1", minor, cost, Currency.CNY, time));
        }
    }

    private boolean pay(LocalDate date, String rrn, TxnType type, long minor, long cost, long time) {
        return add(date, rrn, type, type, "ref" + rrn, minor, cost, time);
    }

    private void reverse(LocalDate date, String rrn, TxnType type, long minor, long time) {
        add(date, rrn, TxnType.REVERSAL, type, "back" + rrn, -minor, 0, time);
    }

    private boolean add(
            LocalDate date, String rrn, TxnType type, TxnType original, String ref, long minor, long cost, long time) {
        if (!files.containsKey(date)) {
            return false;
        }
        List<SchemeRecord> file = files.get(date);
        Place place = new Place((int) (date.toEpochDay() - FIRST.toEpochDay()) + 1, file.size() + 1);
        file.add(new SchemeRecord(
                place, type, original, ref, "", "", rrn, "10000001", "M1", minor, cost, Currency.CNY, time, "", ""));
        return true;
    }

    private static long seconds(LocalDate date, LocalTime time) {
        return date.atTime(time).toEpochSecond(ZoneOffset.UTC);
    }
}
