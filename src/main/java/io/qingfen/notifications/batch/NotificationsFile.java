package io.qingfen.notifications.batch;

import io.qingfen.notifications.batch.Channels.MailServer;
import io.qingfen.notifications.batch.Channels.Recipient;
import io.qingfen.notifications.batch.Channels.Security;
import io.qingfen.notifications.batch.Channels.Webhooks;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code home/notifications.yml}; a home without it tells nobody. */
final class NotificationsFile {
    static final String NAME = "notifications.yml";
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+\\]");
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern URL = Pattern.compile("https?://[!-~]{1,390}");
    private static final Pattern FILE = Pattern.compile("[^\\p{Cntrl}]{1,400}");
    private static final Pattern USER = Pattern.compile("[!-~]{1,200}");
    private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern YES_NO = Pattern.compile("true|false");
    private static final Pattern LANGUAGE = Pattern.compile("zh|en");
    private static final Pattern LANGUAGE_LINE = Pattern.compile("(?m)^language:\\s*[\"']?(zh|en)\\b");

    private final Home home;
    private final Strict top;

    private NotificationsFile(Home home, Strict top) {
        this.home = home;
        this.top = top;
    }

    /** @throws Refusal with exit 2 naming every problem */
    static Optional<Channels> read(Home home) {
        Path file = home.root().resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Strict top = Strict.of(NAME, text(file));
        Channels channels = new NotificationsFile(home, top).channels();
        if (!top.problems().isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, top.problems());
        }
        return Optional.of(channels);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ": cannot be read (" + unreadable + "), or is not UTF-8");
        }
    }

    private Channels channels() {
        String language = top.optional("language", LANGUAGE, "zh or en").orElseGet(() -> languageOf(home));
        Optional<MailServer> mail = top.map("mail").map(this::mail);
        Optional<Webhooks> webhook = top.map("webhook").map(this::webhooks);
        Map<String, Recipient> recipients = new LinkedHashMap<>();
        top.map("recipients").ifPresent(all -> {
            for (String name : all.keys()) {
                Optional<Strict> one = all.map(name);
                if (!NAMED.matcher(name).matches()) {
                    all.problem(name, "is not a name of 1 to 40 letters, digits and ._-");
                }
                one.ifPresent(map -> recipients.put(name, recipient(map, mail, webhook)));
            }
        });
        top.end();
        return new Channels(language, mail, webhook, recipients);
    }

    /** That of the home, for people who read reports read these as well. */
    private static String languageOf(Home home) {
        if (!Files.isRegularFile(home.settings())) {
            return "zh";
        }
        Matcher language = LANGUAGE_LINE.matcher(text(home.settings()));
        return language.find() ? language.group(1) : "zh";
    }

    private MailServer mail(Strict map) {
        Security security = map.optional("security", Pattern.compile("starttls|tls|none"), "starttls, tls or none")
                .map(word -> Security.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Security.STARTTLS);
        MailServer server = new MailServer(
                map.text("host", HOST, "the name of the mail server").orElse(""),
                map.optional("port", PORT, "a port like 587")
                        .map(Integer::parseInt)
                        .orElse(587),
                security,
                map.optional("user", USER, "a user's name").orElse(""),
                path(map, "passwordFile"),
                map.text("from", MAIL, "an address like qingfen@example.com").orElse(""));
        if (security == Security.NONE && !server.user().isEmpty()) {
            map.problem("user", "has a password, which must not travel in clear; security: starttls");
        }
        map.end();
        return server;
    }

    private Webhooks webhooks(Strict map) {
        Webhooks webhooks = new Webhooks(
                map.list("hosts", HOST, "the name of a host").stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                map.optional("privateNetworks", YES_NO, "true or false")
                        .map(Boolean::parseBoolean)
                        .orElse(false),
                path(map, "secretFile"));
        if (webhooks.hosts().isEmpty()) {
            map.problem("hosts", "names no host; nothing is sent to a host that is not listed");
        }
        map.end();
        return webhooks;
    }

    /** As seen from the home. */
    private Optional<Path> path(Strict map, String key) {
        return map.optional(key, FILE, "the name of a file")
                .map(name -> home.root().resolve(name));
    }

    private Recipient recipient(Strict map, Optional<MailServer> mail, Optional<Webhooks> webhook) {
        Recipient recipient = new Recipient(
                map.list("mail", MAIL, "an address like ops@example.com"),
                map.list("webhook", URL, "an address like https://hooks.example.com/qingfen"));
        map.end();
        if (recipient.addresses().isEmpty()) {
            map.problem("mail", "and webhook are both empty; give one address at least");
        }
        if (!recipient.mail().isEmpty() && mail.isEmpty()) {
            map.problem("mail", "needs the block mail: with host and from");
        }
        Set<String> hosts = webhook.map(Webhooks::hosts).orElse(Set.of());
        boolean privateNetworks = webhook.map(Webhooks::privateNetworks).orElse(false);
        for (String url : recipient.webhook()) {
            problem(url, hosts, privateNetworks).ifPresent(what -> map.problem("webhook", what));
        }
        return recipient;
    }

    private static Optional<String> problem(String url, Set<String> hosts, boolean privateNetworks) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException notOne) {
            return Optional.of("is not an address");
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (!hosts.contains(host)) {
            return Optional.of("goes to '" + host + "', which is not in hosts: of the block webhook:");
        }
        if (uri.getUserInfo() != null || uri.getFragment() != null) {
            return Optional.of("holds a user or a fragment; take it out, the signature proves the sender");
        }
        return uri.getScheme().equals("http") && !privateNetworks
                ? Optional.of("needs https://, except with privateNetworks: true")
                : Optional.empty();
    }
}
