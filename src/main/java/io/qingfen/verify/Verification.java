package io.qingfen.verify;

import java.time.LocalDate;

/** Proves a closed business date from archived inputs, outputs and tables, without anything that settled it. */
public interface Verification {
    /**
     * Every check of the date. Changes nothing.
     *
     * @throws io.qingfen.run.Refusal when the books do not know the date, or it has not been closed yet
     */
    Report of(LocalDate businessDate);
}
