package io.qingfen.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The reports of a date that are made when somebody asks. */
public enum ReportName {
    SETTLEMENT,
    KPIS,
    FEES,
    DEPOSITS,
    FAILURES,
    RECONCILIATION;

    /** {@code fees}: in addresses, commands and names of files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportName> of(String key) {
        return Arrays.stream(values()).filter(name -> name.key().equals(key)).findFirst();
    }

    /** The word that is its title. */
    String title() {
        return "report." + name();
    }
}
