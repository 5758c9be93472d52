package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.Judged.CostSum;
import io.qingfen.scheme.MasterControl.Line;

/** The lines of a master control while they grow. */
final class ControlSums {
    private Line own = Line.NONE;
    private Line carriedIn = Line.NONE;
    private Line carriedOut = Line.NONE;
    private Line disputes = Line.NONE;
    private Line longs = Line.NONE;
    private Line shorts = Line.NONE;
    private Line scheme = Line.NONE;
    private CostSum costs = CostSum.NONE;

    MasterControl control(Currency currency) {
        return new MasterControl(currency, own, carriedIn, carriedOut, disputes, longs, shorts, scheme);
    }

    CostSum costs() {
        return costs;
    }

    /** New ones are of the date; those that waited were carried in. */
    void enters(Side<?> side) {
        boolean ours = side.item() instanceof OwnItem;
        long minor = minor(side);
        if (side.isNew()) {
            own = ours ? own.plus(1, minor) : own;
            scheme = ours ? scheme : scheme.plus(1, minor);
        } else if (side.standing() == Standing.WAITING) {
            carriedIn(ours ? -minor : minor);
        }
    }

    /** One side of a pair: what was given up and is found after all comes back. */
    void joined(Side<?> side) {
        enters(side);
        if (side.standing() != Standing.OUTSTANDING) {
            return;
        }
        if (side.item() instanceof OwnItem) {
            shorts = shorts.plus(-1, -minor(side));
        } else {
            longs = longs.plus(-1, -minor(side));
        }
    }

    void carriedIn(long minor) {
        carriedIn = carriedIn.plus(1, minor);
    }

    void carriedOut(long minor) {
        carriedOut = carriedOut.plus(1, minor);
    }

    /** Stands in the scheme's files beside the transactions. */
    void disputed(long minor) {
        disputes = disputes.plus(1, minor);
        scheme = scheme.plus(1, minor);
    }

    void isLong(long minor) {
        longs = longs.plus(1, minor);
    }

    void isShort(long minor) {
        shorts = shorts.plus(1, minor);
    }

    /** What the scheme pays of a pair less what we expected. */
    void differs(long minor) {
        if (minor > 0) {
            isLong(minor);
        } else if (minor < 0) {
            isShort(-minor);
        }
    }

    /** Both sides' cost of a pair; a side that does not say it leaves the pair out. */
    void costs(Long ours, Long theirs) {
        if (ours != null && theirs != null) {
            costs = costs.plus(ours, theirs);
        }
    }

    private static long minor(Side<?> side) {
        return side.item() instanceof OwnItem item ? item.amountMinor() : ((SchemeRecord) side.item()).amountMinor();
    }
}
