package io.qingfen.metrics;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Everything that is shown to monitoring, with its labels; its name there is {@link #exposed}. */
public enum Metric {
    BOOKS_UP("Whether the books could be read"),
    JOB_LAST_SUCCESS_TIMESTAMP_SECONDS("When the job last came to its end", "job"),
    LAST_CLOSED_DATE_TIMESTAMP_SECONDS("The last closed business date, its first second in UTC"),
    RUN_STATE("1 for the state that the last business date of the job is in, 0 for the others", "job", "state"),
    BACKLOG_DATES("Business dates before today that are not closed"),
    DATES_LATE("Business dates that are not closed and were told to be late"),
    DATES_WAITING_FOR_FILES("Business dates whose run waits for expected files"),
    STAGE_DURATION_SECONDS("How long the stage took for the last closed date", "stage"),
    NIGHT_ITEMS("Items of the last closed date, by measure of the control chain", "measure", "currency"),
    NIGHT_AMOUNT_MINOR("Money of the last closed date in minor units, by measure", "measure", "currency"),
    NIGHT_PAYOUTS("Payouts of the last closed date", "currency"),
    NIGHT_PAYOUTS_MINOR("Payouts of the last closed date in minor units", "currency"),
    CONTROLS_OPEN("Controls of the last business date that do not close"),
    PROOFS_FAILED("Runs whose books could not be proved", true),
    CASES_OPEN("Cases that wait for a person", "kind"),
    CASES_OPEN_MINOR("Money of open cases in minor units", "currency"),
    CASES_OLDEST_AGE_DAYS("Days since the oldest open case was opened"),
    PAYOUTS_WAITING("Payouts of the last 60 days that wait for release", "currency"),
    PAYOUTS_WAITING_MINOR("Payouts that wait for release, in minor units", "currency"),
    PAYOUTS_WAITING_OLDEST_DAYS("Days since the business date of the oldest payout that waits for release"),
    LEASE_STATE("1 for the state that the lease is in: free, held or stale", "state"),
    LEASE_AGE_SECONDS("Seconds since the last heartbeat of the holder; 0 when the lease is free"),
    CLOCK_OFFSET_SECONDS("Seconds that the clock of the database is ahead of that of the serving machine"),
    NOTIFICATIONS_PENDING("Deliveries that did not arrive yet"),
    NOTIFICATIONS_GIVEN_UP("Deliveries that never arrived", true),
    DISK_FREE_BYTES("Bytes that may still be written at home"),
    DISK_SIZE_BYTES("Bytes of the disk of the home");

    private final String help;
    private final boolean counter;
    private final Set<String> labels;

    Metric(String help, String... labels) {
        this(help, false, labels);
    }

    Metric(String help, boolean counter, String... labels) {
        this.help = help;
        this.counter = counter;
        this.labels = Set.copyOf(new TreeSet<>(Set.of(labels)));
    }

    public String help() {
        return help;
    }

    /** Only ever grows. */
    public boolean isCounter() {
        return counter;
    }

    public Set<String> labels() {
        return labels;
    }

    /** As registered: {@code qingfen.cases.open}. */
    public String dotted() {
        return "qingfen." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** As monitoring sees it: {@code qingfen_cases_open}. */
    public String exposed() {
        return "qingfen_" + name().toLowerCase(Locale.ROOT) + (counter ? "_total" : "");
    }
}
