package io.qingfen.notifications.batch;

import io.qingfen.notifications.Delivery;
import io.qingfen.notifications.Delivery.Channel;
import io.qingfen.notifications.batch.Sender.NotDelivered;
import io.qingfen.run.Refusal;
import java.time.Clock;
import java.util.Map;

/** The senders of a home's settings. */
record Senders(Channels channels, Map<String, String> environment, Clock clock) {

    /** @throws NotDelivered also for settings that are wrong by now: they may be right at the next attempt */
    void send(Delivery delivery) throws NotDelivered {
        try {
            of(delivery.channel()).send(delivery);
        } catch (Refusal wrongSettings) {
            throw new NotDelivered(wrongSettings.getMessage());
        }
    }

    private Sender of(Channel channel) throws NotDelivered {
        Secrets secrets = new Secrets(environment);
        Wording wording = new Wording(channels.language());
        if (channel == Channel.MAIL) {
            return new MailSender(
                    channels.mail().orElseThrow(() -> new NotDelivered("the block mail: is gone")), secrets, wording);
        }
        return new WebhookSender(
                channels.webhook().orElseThrow(() -> new NotDelivered("the block webhook: is gone")),
                secrets,
                wording,
                clock);
    }
}
