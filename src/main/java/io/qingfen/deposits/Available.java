package io.qingfen.deposits;

import java.util.HashMap;
import java.util.Map;

/** What the positions of merchants can still give to deposits, in minor units of their home currency; it shrinks. */
public final class Available {
    private final Map<String, Long> minorByMerchant = new HashMap<>();

    /** The position of a merchant before deposits; may be negative. */
    public void learn(String merchantId, long minor) {
        minorByMerchant.put(merchantId, minor);
    }

    public boolean knows(String merchantId) {
        return minorByMerchant.containsKey(merchantId);
    }

    /** 0 for a merchant that was not learned. */
    long minor(String merchantId) {
        return minorByMerchant.getOrDefault(merchantId, 0L);
    }

    void take(String merchantId, long minor) {
        if (minor != 0) {
            minorByMerchant.put(merchantId, Math.subtractExact(minor(merchantId), minor));
        }
    }
}
