package io.qingfen.console;

import io.qingfen.access.User;
import java.io.Serializable;
import java.security.Principal;

/** Who a session belongs to; what they may do is looked up at each request. */
record SignedIn(String name, long stamp) implements Principal, Serializable {
    static SignedIn of(User user) {
        return new SignedIn(user.name(), user.stamp());
    }

    @Override
    public String getName() {
        return name;
    }
}
