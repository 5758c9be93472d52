package io.qingfen.reference;

import java.time.LocalDate;

/**
 * The reference data and settings as they stand in the home at this moment, for what people do by day. A night never
 * asks here: it has its {@link References snapshot}.
 */
public interface CurrentReference {
    /** @throws io.qingfen.run.Refusal with exit 2 when {@code qingfen.yml} is not sound */
    Settings settings();

    /**
     * Everything, as the opening of this date would read it.
     *
     * @throws io.qingfen.run.Refusal with exit 2 naming every problem
     */
    Snapshot as(LocalDate businessDate);
}
