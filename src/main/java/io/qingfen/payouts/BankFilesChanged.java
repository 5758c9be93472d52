package io.qingfen.payouts;

import java.io.IOException;
import java.time.LocalDate;

/** Told when bank files of a closed date were written again, so that what lists them is made true again. */
public interface BankFilesChanged {
    /** In the transaction that recorded the new files; may be called again after a crash. */
    void bankFilesChanged(LocalDate businessDate) throws IOException;
}
