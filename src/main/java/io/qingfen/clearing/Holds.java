package io.qingfen.clearing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The open holds of one merchant, by rrn of the pre-authorization. */
public final class Holds {
    private final Map<String, Hold> open = new HashMap<>();

    /** @param open not closed and not used */
    public Holds(Collection<Hold> open) {
        open.forEach(hold -> this.open.put(hold.rrn(), hold));
    }

    /** Opens a hold unless the same rrn is open; false when it changes nothing. */
    public boolean open(Hold hold) {
        Hold standing = open.get(hold.rrn());
        if (standing != null && !hold.openedOn().isAfter(standing.expiresOn())) {
            return false;
        }
        open.put(hold.rrn(), hold);
        return true;
    }

    /** Closes the hold of this rrn; null when none is open. */
    public Hold close(String rrn) {
        return open.remove(rrn);
    }

    Hold find(long rrn) {
        return open.get(Digits.rrn(rrn));
    }

    void use(Hold hold) {
        open.remove(hold.rrn());
    }
}
