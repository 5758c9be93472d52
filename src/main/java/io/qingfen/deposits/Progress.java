package io.qingfen.deposits;

import io.qingfen.reference.DepositPolicy.Monthly;
import java.time.LocalDate;
import java.util.Collection;

/**
 * How far the merchant is on the way to the refunds, in minor units.
 *
 * @param countedMinor counted volume inside the window; falls when refunds of cardholders outweigh sales
 * @param through last business date whose volume is counted: no date counts twice
 * @param earnedMinor refunds of the stages reached; a stage stays reached, so this never falls
 * @param monthMinor counted volume of the running month; 0 unless the policy is monthly
 * @param monthsMet months that reached the policy's amount, from the first without a gap
 */
public record Progress(long countedMinor, LocalDate through, long earnedMinor, long monthMinor, int monthsMet) {

    /** Nothing seen up to and including this date. */
    static Progress startingAfter(LocalDate through) {
        return new Progress(0, through, 0, 0, 0);
    }

    /** What an opening record tells; a monthly policy takes it for volume of the month of {@code through}. */
    static Progress toldBy(LocalDate through, long countedMinor, DepositTerms terms) {
        return new Progress(countedMinor, through, 0, terms.policy().monthly().isPresent() ? countedMinor : 0, 0);
    }

    /** Takes in the volume of the dates after {@link #through}, up to and including this one. */
    Progress count(DepositTerms terms, LocalDate date, Collection<TerminalVolume> volumes) {
        Progress counted = new Progress(
                Math.addExact(countedMinor, sum(terms, through.plusDays(1), date, volumes)),
                later(through, date),
                earnedMinor,
                monthMinor,
                monthsMet);
        return terms.policy().monthly().isPresent()
                ? counted.months(terms, through.plusDays(1), volumes)
                : counted.reaching(terms.earnedBy(counted.countedMinor));
    }

    /** Whether it lies in the power of later volume to earn more. */
    boolean mayEarnMore(DepositTerms terms, LocalDate date) {
        boolean open = !terms.windowEndedBefore(date);
        return open
                && (terms.policy().monthly().isPresent()
                        ? earnedMinor == 0
                        : terms.thresholdAfter(earnedMinor).isPresent());
    }

    Progress through(LocalDate date) {
        return new Progress(countedMinor, date, earnedMinor, monthMinor, monthsMet);
    }

    private Progress months(DepositTerms terms, LocalDate from, Collection<TerminalVolume> volumes) {
        Monthly monthly = terms.policy().monthly().orElseThrow();
        long running = monthMinor;
        int met = monthsMet;
        for (int month = 0; month < monthly.months(); month++) {
            LocalDate first = terms.activatedOn().plusMonths(month);
            LocalDate last = terms.activatedOn().plusMonths(month + 1L).minusDays(1);
            if (last.isBefore(from) || first.isAfter(through)) {
                continue;
            }
            running = Math.addExact(running, sum(terms, later(first, from), earlier(last, through), volumes));
            if (!last.isAfter(through)) {
                met += met == month && running >= monthly.amountMinor() ? 1 : 0;
                running = 0;
            }
        }
        return new Progress(countedMinor, through, earnedMinor, running, met)
                .reaching(met == monthly.months() ? terms.earnedByAllMonths() : 0);
    }

    private Progress reaching(long minor) {
        return new Progress(countedMinor, through, Math.max(earnedMinor, minor), monthMinor, monthsMet);
    }

    private static long sum(DepositTerms terms, LocalDate from, LocalDate to, Collection<TerminalVolume> volumes) {
        long sum = 0;
        for (TerminalVolume volume : volumes) {
            LocalDate date = volume.businessDate();
            if (!date.isBefore(from) && !date.isAfter(to) && terms.counts(volume)) {
                sum = Math.addExact(sum, volume.amountMinor());
            }
        }
        return sum;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
