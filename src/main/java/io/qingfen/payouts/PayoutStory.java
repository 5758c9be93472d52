package io.qingfen.payouts;

import io.qingfen.money.Currency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One payout with everything that happened to it.
 *
 * @param accountMasked for example {@code 6222****0001}
 * @param amountMinor minor units
 * @param events after PREPARED, oldest first
 */
public record PayoutStory(
        String payoutId,
        LocalDate businessDate,
        String merchantId,
        Currency currency,
        long amountMinor,
        String accountName,
        String accountMasked,
        LocalDate valueDate,
        PayoutState state,
        List<Event> events) {

    /**
     * One change of state.
     *
     * @param source file:line of the bank's result, empty for a decision
     * @param bankDate when the bank booked it, null when it did not say
     * @param bookedOn the date whose night booked it, null when it waits or books nothing
     */
    public record Event(
            PayoutState from,
            PayoutState to,
            Instant at,
            String actor,
            String source,
            String reason,
            LocalDate bankDate,
            LocalDate bookedOn) {}

    public PayoutStory {
        events = List.copyOf(events);
    }
}
