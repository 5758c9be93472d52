package io.qingfen.notifications.batch;

import io.qingfen.notifications.BackOff;
import io.qingfen.notifications.Deliveries;
import io.qingfen.notifications.Delivery;
import io.qingfen.notifications.NewsOutbox;
import io.qingfen.notifications.batch.Sender.NotDelivered;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes what is due, sends it, and notes what came of it. */
@Component
class Delivering implements Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);

    /** A command at whose end this runs should come to its end. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final NewsOutbox outbox;
    private final Home home;

    Delivering(NewsOutbox outbox, Home home) {
        this.outbox = outbox;
        this.home = home;
    }

    @Override
    public int deliver() {
        try {
            if (!outbox.hasWork()) {
                return 0;
            }
            Optional<Channels> channels = NotificationsFile.read(home);
            outbox.address(channels.map(Channels::addresses).orElse(Map.of()));
            return channels.map(one -> deliver(new Senders(one, System.getenv(), Clock.systemUTC())))
                    .orElse(0);
        } catch (Refusal wrongSettings) {
            LOG.warn("notifications wait: {}", wrongSettings.getMessage());
        } catch (DataAccessException away) {
            LOG.warn("notifications wait: the database does not answer: {}", away.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("notifications wait", failed);
        }
        return 0;
    }

    private int deliver(Senders senders) {
        long end = System.nanoTime() + LONGEST.toNanos();
        int arrived = 0;
        Optional<Delivery> next = outbox.take();
        while (next.isPresent()) {
            arrived += deliver(senders, next.get()) ? 1 : 0;
            next = System.nanoTime() < end ? outbox.take() : Optional.empty();
        }
        return arrived;
    }

    private boolean deliver(Senders senders, Delivery delivery) {
        try {
            senders.send(delivery);
            outbox.sent(delivery);
            return true;
        } catch (NotDelivered failed) {
            Optional<Duration> pause = BackOff.after(delivery.attempts());
            outbox.failed(delivery, Wording.masked(failed.getMessage()), pause);
            LOG.warn(
                    "notification {} to {} did not arrive ({}), {}",
                    delivery.id(),
                    delivery.news().recipient(),
                    failed.getMessage(),
                    pause.map(one -> "tried again in " + one.toSeconds() + " s").orElse("given up"));
            return false;
        }
    }
}
