package io.qingfen.notifications.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Passwords of notifications: from a file, else from the environment; never from settings or arguments. */
record Secrets(Map<String, String> environment) {
    static final String MAIL = "QINGFEN_MAIL_PASSWORD";
    static final String WEBHOOK = "QINGFEN_WEBHOOK_SECRET";
    private static final int SHORTEST = 16;

    String mailPassword(Optional<Path> file) {
        return read(file, MAIL, "mail: passwordFile");
    }

    /** At least 16 characters: it is all that proves the sender. */
    String webhookSecret(Optional<Path> file) {
        String secret = read(file, WEBHOOK, "webhook: secretFile");
        if (secret.length() < SHORTEST) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    NotificationsFile.NAME + ": the secret of webhooks has fewer than " + SHORTEST
                            + " characters; make one: openssl rand -hex 32");
        }
        return secret;
    }

    private String read(Optional<Path> file, String variable, String key) {
        if (file.isPresent()) {
            try {
                return Files.readString(file.get()).strip();
            } catch (IOException unreadable) {
                throw new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        file.get() + ": cannot be read; it is named by " + key + " in " + NotificationsFile.NAME);
            }
        }
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    NotificationsFile.NAME + ": no secret: name a file in " + key + ", or set " + variable);
        }
        return value;
    }
}
