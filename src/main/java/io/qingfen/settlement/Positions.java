package io.qingfen.settlement;

import java.util.Collection;

/** The positions of the books. Takes part in the caller's transaction. */
public interface Positions {
    void store(Collection<Position> positions);
}
