package io.qingfen.run;

/**
 * Who did what, for ever: one chain of records, each with a hash over itself and the one before it, so that a change, a
 * deletion or another order shows. Takes part in the caller's transaction: what is rolled back was not done.
 */
public interface Audit {
    /**
     * Adds a record at the end, with the database's time.
     *
     * @param action what was done, for example {@code payouts.approve}
     * @param subject to what, for example a case id or a business date
     * @param detail what an auditor would ask next: amounts, hashes, reasons; never an account or card number
     */
    void record(Actor actor, String action, String subject, String detail);

    /**
     * Walks the whole chain.
     *
     * @return what is wrong with it, in order; empty when nothing is
     */
    java.util.List<String> problems();
}
