package io.qingfen.scheme;

import io.qingfen.reference.Channel;
import io.qingfen.scheme.SchemeFileName.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;

/**
 * A scheme or channel that sends files, as {@code schemes.yml} says.
 *
 * @param name part of the names of its files
 * @param channels whose transactions its files cover
 * @param formats names of the formats of its files; kinds that it does not send are left out
 * @param disputeDays within how many days a chargeback is answered
 * @param bookFees whether brand fees of their own files are beside the costs of its records, and so are booked
 * @param cutOff when its own day ends; 00:00 is the end of the calendar day
 * @param carryDays dates on which an item without counterpart is looked for after its own
 * @param files how many files it sends for a date
 * @param requireConfirmation no payout of a date leaves before its files are compared
 */
public record SchemeSource(
        String name,
        Set<Channel> channels,
        Map<Kind, String> formats,
        int disputeDays,
        boolean bookFees,
        LocalTime cutOff,
        int carryDays,
        int files,
        boolean requireConfirmation) {

    private static final Set<String> PAYMENTS_AND_REFUNDS = Set.of("mastercard-ipm");

    public SchemeSource {
        channels = Set.copyOf(channels);
        formats = Map.copyOf(formats);
    }

    /** Name of the format of such files; empty when none come. */
    public String formatOf(Kind kind) {
        return formats.getOrDefault(kind, "");
    }

    /** Whether such files come for every date. */
    public boolean sends(Kind kind) {
        return formats.containsKey(kind);
    }

    /** False where the files know payments and refunds only, and no completions or offline sales. */
    public boolean knowsTypes() {
        return !PAYMENTS_AND_REFUNDS.contains(formatOf(Kind.RECORDS));
    }

    /** First moment that belongs to the scheme's own day of this date. */
    public LocalDateTime beginOf(LocalDate date) {
        return endOf(date.minusDays(1));
    }

    /** First moment that no longer belongs to it. */
    public LocalDateTime endOf(LocalDate date) {
        return cutOff.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(cutOff);
    }

    static long seconds(LocalDateTime moment) {
        return moment.toEpochSecond(ZoneOffset.UTC);
    }
}
