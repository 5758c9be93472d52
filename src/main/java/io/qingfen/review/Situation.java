package io.qingfen.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What waits behind a case right now.
 *
 * @param joinsUntil last date on which it takes part in matching; empty when nothing waits
 * @param fields both records field by field; empty without records
 */
public record Situation(
        Waiting waiting, boolean joins, Optional<LocalDate> joinsUntil, Suggestion suggestion, List<Field> fields) {

    /** One field of both records; empty where a record is missing or says nothing. */
    public record Field(String name, String captured, String authorized) {
        public boolean differs() {
            return !captured.isEmpty() && !authorized.isEmpty() && !captured.equals(authorized);
        }
    }
}
