package io.qingfen.repricing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Prices the cleared transactions of closed dates under other fee plans. Writes nothing. */
public interface WhatIf {
    /**
     * The dates from the first to the last, each by itself.
     *
     * @param feePlans a file of fee plans
     * @param each is handed every date when it is priced, in order
     * @throws io.qingfen.run.Refusal with exit 2 when the file is not sound, a merchant's plan is not in it, or a date is
     *     not in the books; with exit 3 when a date is not closed
     */
    Comparison compare(LocalDate from, LocalDate to, Path feePlans, Consumer<DayComparison> each);
}
