package io.qingfen.explain;

/** Receives an explanation node by node, depth first, so that even a very large one is never in memory as a whole. */
public interface Outline {
    /** A node with what follows, up to its {@link #end()}, inside it. */
    void begin(Item item);

    void end();

    /** A node with nothing inside. */
    default void leaf(Item item) {
        begin(item);
        end();
    }
}
