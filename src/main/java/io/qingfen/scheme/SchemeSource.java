package io.qingfen.scheme;

import io.qingfen.reference.Channel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * A scheme or channel that sends files, as {@code schemes.yml} says.
 *
 * @param name part of the names of its files
 * @param channels whose transactions its files cover
 * @param format name of the format of its files
 * @param funds name of the format of its statements of funds; empty when it sends none
 * @param disputes name of the format of its files of disputes; empty when it sends none
 * @param disputeDays within how many days a chargeback is answered
 * @param cutOff when its own day ends; 00:00 is the end of the calendar day
 * @param carryDays dates on which an item without counterpart is looked for after its own
 * @param files how many files it sends for a date
 * @param requireConfirmation no payout of a date leaves before its files are compared
 */
public record SchemeSource(
        String name,
        Set<Channel> channels,
        String format,
        String funds,
        String disputes,
        int disputeDays,
        LocalTime cutOff,
        int carryDays,
        int files,
        boolean requireConfirmation) {

    private static final Set<String> PAYMENTS_AND_REFUNDS = Set.of("mastercard-ipm");

    public SchemeSource {
        channels = Set.copyOf(channels);
    }

    /** Name of the format of such files; empty when none come. */
    public String formatOf(SchemeFileName.Kind kind) {
        return switch (kind) {
            case RECORDS -> format;
            case FUNDS -> funds;
            case DISPUTES -> disputes;
        };
    }

    /** Whether such files come for every date. */
    public boolean sends(SchemeFileName.Kind kind) {
        return !formatOf(kind).isEmpty();
    }

    /** False where the files know payments and refunds only, and no completions or offline sales. */
    public boolean knowsTypes() {
        return !PAYMENTS_AND_REFUNDS.contains(format);
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
