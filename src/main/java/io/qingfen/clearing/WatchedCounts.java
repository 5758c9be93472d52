package io.qingfen.clearing;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** What the clearing of a date counted that a person may have to look at. */
public interface WatchedCounts {
    /** Prefix of the control measure that counts a response code which the table lacks. */
    String UNMAPPED = "UNMAPPED:";

    /** Response codes of the date that the table lacks, in rising order. */
    List<String> unmappedCodes(LocalDate businessDate);

    /** Hands over the failed attempts of the date by merchant, terminal and response code, in that order. */
    void failures(LocalDate businessDate, Consumer<FailureCount> each);

    /** How often the attempts at a terminal failed with a code. */
    record FailureCount(String merchantId, String terminalId, String responseCode, long count) {}
}
