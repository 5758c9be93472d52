package io.qingfen.run;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How far the books have got, kept beside them in {@code home/books.mark}. Books that were restored from an older backup
 * are behind it: files of dates that they do not know have left the house.
 */
public interface BooksMark {
    /** Name of the file in the home. */
    String FILE = "books.mark";

    /** What the books lack of what has left, for people; empty when they have got as far as the mark. */
    Optional<String> behind();

    /**
     * Before money is reckoned or released again.
     *
     * @throws Refusal REFUSED when the books are {@link #behind}, with how to go on
     */
    void require();

    /** After something that leaves was committed, and before it leaves. Never lowers the mark. */
    void raise();

    /** The books as they are become the mark, also when they are behind it. Two persons have said so. */
    void accept();

    /** The last closed date of the mark; empty without one. */
    Optional<LocalDate> closed();
}
