package io.qingfen.notifications.batch;

import io.qingfen.notifications.Delivery.Channel;
import io.qingfen.notifications.NewsOutbox.Address;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code home/notifications.yml}: who is told, where, and through what. */
record Channels(
        String language, Optional<MailServer> mail, Optional<Webhooks> webhook, Map<String, Recipient> recipients) {

    /** @param passwordFile without it the password is in {@code QINGFEN_MAIL_PASSWORD} */
    record MailServer(
            String host, int port, Security security, String user, Optional<Path> passwordFile, String from) {}

    /** How a connection to the mail server is protected. */
    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    /**
     * @param hosts the only ones that anything is sent to
     * @param privateNetworks they may be on this machine or in a private network, and without TLS
     * @param secretFile without it the secret is in {@code QINGFEN_WEBHOOK_SECRET}
     */
    record Webhooks(Set<String> hosts, boolean privateNetworks, Optional<Path> secretFile) {}

    record Recipient(List<String> mail, List<String> webhook) {
        List<Address> addresses() {
            List<Address> addresses = new ArrayList<>();
            mail.forEach(one -> addresses.add(new Address(Channel.MAIL, one)));
            webhook.forEach(one -> addresses.add(new Address(Channel.WEBHOOK, one)));
            return addresses;
        }
    }

    Map<String, List<Address>> addresses() {
        Map<String, List<Address>> addresses = new LinkedHashMap<>();
        recipients.forEach((name, recipient) -> addresses.put(name, recipient.addresses()));
        return addresses;
    }
}
