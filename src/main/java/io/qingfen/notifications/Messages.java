package io.qingfen.notifications;

import io.qingfen.run.Home;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The settings of notifications, and messages that only test them; needs no books. */
public interface Messages {
    static Messages standalone() {
        return ServiceLoader.load(Messages.class).findFirst().orElseThrow();
    }

    /**
     * @throws io.qingfen.run.Refusal with exit 2 naming every problem of {@code notifications.yml} with its line
     */
    Optional<List<String>> recipients(Home home);

    /**
     * Sends a test message to every address of the recipient.
     *
     * @throws io.qingfen.run.Refusal as above, and for a recipient that is not there
     */
    List<Outcome> test(Home home, String recipient);

    /** @param problem empty when it arrived */
    record Outcome(String channel, String address, String id, String problem) {}
}
