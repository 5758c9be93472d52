package io.qingfen.schedule;

import java.time.LocalDate;
import java.util.List;

/** Sizes of closed dates, as the books have them. */
@FunctionalInterface
public interface NightSizes {
    /** Those of these dates that are closed, in order. */
    List<NightSize> of(List<LocalDate> businessDates);
}
