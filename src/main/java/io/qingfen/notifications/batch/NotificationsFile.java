package io.qingfen.notifications.batch;

import io.qingfen.notifications.batch.Channels.MailServer;
import io.qingfen.notifications.batch.Channels.Recipient;
import io.qingfen.notifications.batch.Channels.Security;
import io.qingfen.notifications.batch.Channels.Webhooks;
import io.qingfen.run.Exit;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import io.qingfen.run.YamlText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final Shape<String> HOST =
            Shape.text("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+\\]", "the name of a host");
    private static final Shape<String> MAIL = Shape.text(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?",
            "an address like ops@example.com");
    /** Judged apart: its path may be a secret, which no message shows. */
    private static final Shape<String> URL = Shape.words(0, 10_000);

    private static final Pattern URL_SHAPE = Pattern.compile("https?://[!-~]{1,390}");
    private static final Shape<String> FILE = Shape.text("[^\\p{Cntrl}]{1,400}", "the name of a file");
    private static final Shape<String> USER = Shape.text("[!-~]{1,200}", "a user's name");
    private static final Pattern NAMED = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Shape<Integer> PORT = Shape.number(1, 65_535);
    private static final Shape<String> LANGUAGE = Shape.among(List.of("zh", "en"));
    private static final Shape<String> SECURITY = Shape.among(List.of("starttls", "tls", "none"));
    private static final Pattern LANGUAGE_LINE = Pattern.compile("(?m)^language:\\s*[\"']?(zh|en)\\b");

    private final Home home;

    private NotificationsFile(Home home) {
        this.home = home;
    }

    /** @throws Refusal with exit 2 naming every problem */
    static Optional<Channels> read(Home home) {
        Path file = home.root().resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        FileProblems problems = new FileProblems();
        Optional<Channels> channels = new YamlText(NAME, "see docs/OPERATIONS.md", problems)
                .map(text(file))
                .map(new NotificationsFile(home)::channels);
        problems.refuse();
        return channels;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ": cannot be read (" + unreadable + "), or is not UTF-8");
        }
    }

    private Channels channels(YamlMap top) {
        String language = top.optional("language", LANGUAGE).orElseGet(() -> languageOf(home));
        Optional<MailServer> mail = top.map("mail").map(this::mail);
        Optional<Webhooks> webhook = top.map("webhook").map(this::webhooks);
        Map<String, Recipient> recipients = new LinkedHashMap<>();
        top.map("recipients").ifPresent(all -> {
            for (String name : all.keys()) {
                Optional<YamlMap> one = all.map(name);
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

    private MailServer mail(YamlMap map) {
        Security security = map.optional("security", SECURITY)
                .map(word -> Security.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Security.STARTTLS);
        MailServer server = new MailServer(
                orEmpty(map.value("host", HOST)),
                map.optional("port", PORT).orElse(587),
                security,
                map.optional("user", USER).orElse(""),
                path(map, "passwordFile"),
                orEmpty(map.value("from", MAIL)));
        if (security == Security.NONE && !server.user().isEmpty()) {
            map.problem("user", "has a password, which must not travel in clear; security: starttls");
        }
        map.end();
        return server;
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    private Webhooks webhooks(YamlMap map) {
        Webhooks webhooks = new Webhooks(
                map.list("hosts", HOST).stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                map.optional("privateNetworks", Shape.TRUE_FALSE).orElse(false),
                path(map, "secretFile"));
        if (webhooks.hosts().isEmpty()) {
            map.problem("hosts", "names no host; nothing is sent to a host that is not listed");
        }
        map.end();
        return webhooks;
    }

    /** As seen from the home. */
    private Optional<Path> path(YamlMap map, String key) {
        return map.optional(key, FILE).map(name -> home.root().resolve(name));
    }

    private Recipient recipient(YamlMap map, Optional<MailServer> mail, Optional<Webhooks> webhook) {
        Recipient recipient = new Recipient(map.list("mail", MAIL), map.list("webhook", URL));
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
        if (!URL_SHAPE.matcher(url).matches()) {
            return Optional.of("is not an address like https://hooks.example.com/qingfen");
        }
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
