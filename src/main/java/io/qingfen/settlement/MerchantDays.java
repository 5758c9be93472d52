package io.qingfen.settlement;

import java.time.LocalDate;
import java.util.List;

/** What clearing, deposits and the previous date leave to be settled. */
public interface MerchantDays {
    /**
     * The days of a range's merchants, in byte order of merchant id, then currency. Merchants to whom nothing happened
     * and who are owed nothing are absent.
     *
     * @param opening the balances at the beginning of the books, taken in place of the previous date on the first date
     */
    List<MerchantDay> of(LocalDate businessDate, MerchantRange range, Opening opening);

    /** Whether the books begin with this date. */
    boolean isFirst(LocalDate businessDate);
}
