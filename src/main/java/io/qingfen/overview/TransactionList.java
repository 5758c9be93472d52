package io.qingfen.overview;

import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What was judged on business dates, one row per pair or single, a page at a time. Only reads; amounts are minor units. */
public interface TransactionList {
    /** The latest date first, then in order of id. */
    List<Row> list(Wanted wanted);

    /** The last business date that judged anything. */
    Optional<LocalDate> lastDate();

    /** What the list is ordered by. */
    record Key(LocalDate date, String id) {}

    /**
     * An amount that somebody typed: positive whichever way the money went.
     *
     * @param currencies those in which the text is that many minor units
     */
    record Amount(long minor, List<Currency> currencies) {}

    /**
     * Which transactions; an empty part asks for nothing.
     *
     * @param date null for all dates, which only makes sense with a reference
     * @param merchantId whole
     * @param terminalId whole
     * @param type as the input files spell it
     * @param disposition SETTLED, HELD or NOT_SETTLED
     * @param status the verdict of matching
     * @param amount null for any
     * @param currency code
     * @param reference whole: an id of a transaction, a trace number or a reference number
     * @param after the last one of the page before; null for the first page
     * @param most at most so many
     */
    record Wanted(
            LocalDate date,
            String merchantId,
            String terminalId,
            String type,
            String disposition,
            String status,
            Amount amount,
            String currency,
            String reference,
            Key after,
            int most) {
        /** Whatever is not longer is a trace number. */
        public static final int LONGEST_TRACE = 6;
    }

    /**
     * A pair or a single as the date judged it; texts are empty where it has none.
     *
     * @param amountMinor positive; the direction follows from the type
     * @param status why it is settled, held or not
     * @param feeMinor null unless settled
     * @param netMinor null unless settled
     * @param at local time of the terminal or of the host
     * @param captureSource file:line
     * @param authorizationSource file:line
     */
    record Row(
            LocalDate date,
            String id,
            String merchantId,
            String terminalId,
            String batchNo,
            String traceNo,
            String rrn,
            String type,
            String channel,
            String cardType,
            long amountMinor,
            String currency,
            String responseCode,
            String status,
            String matchedBy,
            String disposition,
            Long feeMinor,
            String feeRule,
            Long schemeCostMinor,
            Long netMinor,
            LocalDateTime at,
            String captureSource,
            String authorizationSource) {
        public Key key() {
            return new Key(date, id);
        }
    }
}
