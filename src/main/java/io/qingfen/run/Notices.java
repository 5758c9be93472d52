package io.qingfen.run;

/**
 * Who is told of changes. Every bean of this type is called once per change of state, over all processes and restarts,
 * in the transaction that records the change: what is written to the books here is written exactly once, what leaves
 * the program must leave after the commit. Must be quick and must not throw for a receiver that is away.
 */
@FunctionalInterface
public interface Notices {
    void tell(Notice notice);
}
