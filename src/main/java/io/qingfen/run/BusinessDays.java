package io.qingfen.run;

import java.time.LocalDate;
import java.util.Optional;

/** The business dates of the books and how far each has come. */
public interface BusinessDays {
    Optional<BusinessDay> find(LocalDate date);

    /** The date with which the books begin, once it is opened. */
    Optional<LocalDate> first();

    /** The last date in the books, whatever its state. */
    Optional<BusinessDay> latest();

    /** The last date whose night is complete. */
    Optional<LocalDate> latestClosed();

    /**
     * Before rows of the date are read for people.
     *
     * @throws Refusal REFUSED when they have left the books
     */
    default void requireKept(LocalDate date) {
        if (find(date).filter(day -> day.state() == BusinessDay.State.RETIRED).isPresent()) {
            throw left(date);
        }
    }

    /** Of a RETIRED date, whose rows are not there any more. */
    static Refusal left(LocalDate date) {
        return new Refusal(
                Exit.REFUSED,
                date + " has left the books: its rows and files were exported and proved, and stand in retired/books/"
                        + date + "; which dates have left: qingfen retention list");
    }

    /** OPEN from now on; a FAILED date is open again. Changes nothing about an open one. */
    void open(LocalDate date);

    /** True once per date: for the caller that takes over what waited for it. The date must have been opened. */
    boolean beginTakingOver(LocalDate date);

    /** FAILED from now on, for this reason; the text is cut to what the books hold. A CLOSED date stays closed. */
    void fail(LocalDate date, String reason);

    /** CLOSED for ever. */
    void close(LocalDate date);

    /** Records how many ranges the working set was divided into. */
    void ranges(LocalDate date, int ranges);
}
