package io.qingfen.control;

import java.time.LocalDate;
import java.util.List;

/** The books as the control chain sees them. */
public interface NightBooks {
    /** Measures everything again from the tables; reads only. */
    Measures measure(LocalDate businessDate);

    /** Keeps these totals as the chain of the date, in place of earlier ones. Takes part in the caller's transaction. */
    void keep(LocalDate businessDate, List<ControlTotal> chain);
}
