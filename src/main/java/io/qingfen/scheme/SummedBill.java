package io.qingfen.scheme;

import java.util.List;

/** A bill whose rows are followed by a summary of two rows, its header and its sums. */
public interface SummedBill {
    /** Whether a row with this first cell is the header of the summary. */
    boolean beginsSummary(String firstCell);

    /** @throws BadRecord when a summary has come before */
    void summaryHeader(List<String> header);

    /** @throws BadRecord with both numbers when it disagrees with the rows */
    void summary(List<String> cells);

    /** Whether the summary has come. */
    boolean isEnded();
}
