package io.qingfen.notifications.batch;

import io.qingfen.notifications.Delivery;
import io.qingfen.notifications.Messages;
import io.qingfen.notifications.News;
import io.qingfen.notifications.NewsOutbox.Address;
import io.qingfen.notifications.batch.Sender.NotDelivered;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Found by {@link java.util.ServiceLoader}. */
public final class HomeMessages implements Messages {
    private final Map<String, String> environment;
    private final Clock clock;

    public HomeMessages() {
        this(System.getenv(), Clock.systemDefaultZone());
    }

    HomeMessages(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Optional<List<String>> recipients(Home home) {
        Optional<Channels> channels = NotificationsFile.read(home);
        channels.ifPresent(this::requireSecrets);
        return channels.map(one -> List.copyOf(one.recipients().keySet()));
    }

    /** Before the first night has something to tell. */
    private void requireSecrets(Channels channels) {
        Secrets secrets = new Secrets(environment);
        channels.mail()
                .filter(mail -> !mail.user().isEmpty())
                .ifPresent(mail -> secrets.mailPassword(mail.passwordFile()));
        channels.webhook().ifPresent(webhook -> secrets.webhookSecret(webhook.secretFile()));
    }

    @Override
    public List<Outcome> test(Home home, String recipient) {
        Channels channels = NotificationsFile.read(home)
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        home.root().resolve(NotificationsFile.NAME)
                                + ": is not there, so nobody is told of anything; see docs/OPERATIONS.md"));
        if (!channels.recipients().containsKey(recipient)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    NotificationsFile.NAME + ": has no recipient '" + recipient + "'; known: "
                            + String.join(", ", channels.recipients().keySet()));
        }
        Senders senders = new Senders(channels, environment, clock);
        News news = new News(News.TEST, "notify", LocalDate.now(clock), recipient, "");
        List<Outcome> outcomes = new ArrayList<>();
        for (Address address : channels.recipients().get(recipient).addresses()) {
            outcomes.add(sent(senders, address, news));
        }
        return outcomes;
    }

    private static Outcome sent(Senders senders, Address address, News news) {
        Delivery delivery = new Delivery(UUID.randomUUID().toString(), address.channel(), address.address(), 1, news);
        String problem = "";
        try {
            senders.send(delivery);
        } catch (NotDelivered failed) {
            problem = failed.getMessage();
        }
        return new Outcome(address.channel().name(), address.address(), delivery.id(), problem);
    }
}
