package io.qingfen.notifications.batch;

import io.qingfen.notifications.Delivery;
import io.qingfen.notifications.batch.Channels.MailServer;
import io.qingfen.notifications.batch.Channels.Security;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** By a mail server, one connection per message; no step takes longer than ten seconds. */
record MailSender(MailServer server, Secrets secrets, Wording wording) implements Sender {
    private static final String MILLIS = "10000";

    @Override
    public void send(Delivery delivery) throws NotDelivered {
        send(delivery, Session.getInstance(properties()));
    }

    void send(Delivery delivery, Session session) throws NotDelivered {
        try {
            MimeMessage message = message(session, delivery, wording.subject(delivery.news()));
            try (Transport transport = session.getTransport(protocol())) {
                if (server.user().isEmpty()) {
                    transport.connect();
                } else {
                    transport.connect(
                            server.host(), server.port(), server.user(), secrets.mailPassword(server.passwordFile()));
                }
                transport.sendMessage(message, message.getAllRecipients());
            }
        } catch (MessagingException failed) {
            throw new NotDelivered(server.host() + ":" + server.port() + ": " + reason(failed));
        }
    }

    /** What people or files wrote may not become a header: a line that ends early begins another one. */
    MimeMessage message(Session session, Delivery delivery, String subject) throws MessagingException, NotDelivered {
        if (subject.chars().anyMatch(Character::isISOControl)
                || delivery.address().chars().anyMatch(Character::isISOControl)) {
            throw new NotDelivered("subject or address holds a control character; nothing was sent");
        }
        String utf8 = StandardCharsets.UTF_8.name();
        MimeMessage message = new MimeMessage(session) {
            /** Stays the same at every attempt. */
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + delivery.id() + "@qingfen>");
            }
        };
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(delivery.address(), true));
        message.setSubject(subject, utf8);
        message.setText(wording.body(delivery.news()), utf8);
        message.setHeader("Qingfen-Id", delivery.id());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(new Date());
        return message;
    }

    private String protocol() {
        return server.security() == Security.TLS ? "smtps" : "smtp";
    }

    Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol();
        properties.setProperty("mail.transport.protocol", protocol());
        properties.setProperty(prefix + ".host", server.host());
        properties.setProperty(prefix + ".port", Integer.toString(server.port()));
        properties.setProperty(prefix + ".auth", Boolean.toString(!server.user().isEmpty()));
        properties.setProperty(prefix + ".connectiontimeout", MILLIS);
        properties.setProperty(prefix + ".timeout", MILLIS);
        properties.setProperty(prefix + ".writetimeout", MILLIS);
        properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
        properties.setProperty(prefix + ".ssl.protocols", "TLSv1.3 TLSv1.2");
        boolean startTls = server.security() == Security.STARTTLS;
        properties.setProperty(prefix + ".starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + ".starttls.required", Boolean.toString(startTls));
        return properties;
    }

    private static String reason(MessagingException failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String last = root == failed ? "" : " (" + root.getMessage() + ")";
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("failed") + last;
    }
}
