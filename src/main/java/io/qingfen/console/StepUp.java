package io.qingfen.console;

import io.qingfen.access.User;
import io.qingfen.access.Users;
import io.qingfen.run.Exit;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Before money leaves, whoever lets it go says once more who it is: a session that somebody left open is not enough.
 * With the password, or by signing in anew where an identity provider has it; it holds for a few minutes.
 */
@OnlyServing
@Component
class StepUp {
    static final Duration HOLDS = Duration.ofMinutes(5);
    private static final String CONFIRMED = "qingfen.confirmed";
    private final Users users;

    StepUp(Users users) {
        this.users = users;
    }

    /** A session may be taken over by another person who signs in. */
    private record Confirmation(String name, Instant at) implements Serializable {}

    static boolean isFresh(HttpSession session, String name) {
        return session.getAttribute(CONFIRMED) instanceof Confirmation last
                && last.name().equals(name)
                && last.at().plus(HOLDS).isAfter(Instant.now());
    }

    /** The same for a program, which has no session to remember it. */
    void require(String name, String password) {
        if (users.find(name).filter(User::external).isPresent()) {
            throw new Refusal(Exit.REFUSED, "sign in once more with the identity provider, then release");
        }
        if (users.confirm(name, password) != Users.SignIn.DONE) {
            throw new Refusal(
                    Exit.REFUSED,
                    "this is not your password, or you are locked; nothing was released. Ten failures in a row lock"
                            + " for half an hour");
        }
    }

    /** @throws Refusal when it is too long ago and the password is not theirs */
    void require(HttpSession session, String name, String password) {
        if (isFresh(session, name)) {
            return;
        }
        require(name, password);
        confirmed(session, name);
    }

    static void confirmed(HttpSession session, String name) {
        session.setAttribute(CONFIRMED, new Confirmation(name, Instant.now()));
    }
}
