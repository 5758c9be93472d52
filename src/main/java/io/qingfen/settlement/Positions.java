package io.qingfen.settlement;

import java.util.Collection;

/** The positions of the books and what is reckoned beside them. Takes part in the caller's transaction. */
public interface Positions {
    void store(Collection<Position> positions);

    /** What positions withheld as reserve. */
    void storeReserves(Collection<ReserveHold> reserves);

    /** What agents earn with the merchants of the positions. */
    void storeShares(Collection<AgentShare> shares);
}
