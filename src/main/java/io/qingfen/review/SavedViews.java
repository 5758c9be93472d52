package io.qingfen.review;

import io.qingfen.run.Actor;
import java.util.List;

/** Views of the queue that people kept: filters under a name, for themselves or for everybody. */
public interface SavedViews {
    /** The own ones by name, then those that others share. */
    List<View> of(Actor who);

    /**
     * Keeps a view; one of the same name and person is replaced. Audited.
     *
     * @param query what stands behind the question mark of the address
     * @throws io.qingfen.run.Refusal when the name is none, or there are too many
     */
    View save(Actor who, String name, String query, boolean shared);

    /**
     * Forgets an own view; audited.
     *
     * @throws io.qingfen.run.Refusal when there is none of this number, or it is another person's
     */
    void forget(Actor who, long number);

    /** One view. */
    record View(long number, String owner, String name, String query, boolean shared) {
        public boolean isOf(String user) {
            return owner.equals(user);
        }
    }
}
