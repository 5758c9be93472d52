package io.qingfen.risk;

import io.qingfen.run.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What people do with holds. Each act is one transaction and one audit record. A hold stops releases of payouts at once;
 * nights know it from the next one on.
 */
public interface Holds {
    /**
     * Stops the payouts of a merchant, or of the merchant of a terminal.
     *
     * @param until last business date on which it holds
     * @throws io.qingfen.run.Refusal when merchant or terminal are not known, the reason is too short or long, the date
     *     is not in the future of the books, or a hold on the same for the same reason and time stands
     */
    Placed place(Actor actor, Subject subject, String reason, Optional<LocalDate> until);

    /** @throws io.qingfen.run.Refusal when there is no such hold, or it is lifted or over already */
    Listed lift(Actor actor, String holdId, String reason);

    /** In the order in which they were placed. */
    List<Listed> list(boolean withThoseThatAreOver);

    /** A merchant, or a terminal. */
    record Subject(boolean terminal, String id) {
        public static Subject merchant(String id) {
            return new Subject(false, id);
        }

        public static Subject terminal(String id) {
            return new Subject(true, id);
        }
    }

    /** A hold and how far it has come. */
    record Listed(Hold hold, HoldState state) {}

    /** @param notes what became of payouts that were prepared before, and which other holds stand; one text each */
    record Placed(Listed hold, List<String> notes) {}
}
