package io.qingfen.notifications.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.notifications.Delivery.Channel;
import io.qingfen.notifications.NewsOutbox.Address;
import io.qingfen.notifications.batch.Channels.Security;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingNotificationSettingsTest {
    private static final String SOUND = """
            language: en
            mail:
              host: smtp.example.com
              port: 587
              user: qingfen
              passwordFile: secrets/mail.password
              from: qingfen@example.com
            webhook:
              hosts: [hooks.example.com]
              secretFile: secrets/webhook.secret
            recipients:
              ops:
                mail: [ops@example.com]
                webhook: [https://hooks.example.com/qingfen]
              finance:
                mail: [finance@example.com]
            """;

    @TempDir
    private Path root;

    @Test
    void aSoundFileIsRead() throws IOException {
        Channels channels = read(SOUND);

        assertThat(channels.addresses().get("ops"))
                .containsExactly(
                        new Address(Channel.MAIL, "ops@example.com"),
                        new Address(Channel.WEBHOOK, "https://hooks.example.com/qingfen"));
        assertThat(channels.addresses()).containsOnlyKeys("ops", "finance");
        assertThat(channels.mail().orElseThrow().security()).isEqualTo(Security.STARTTLS);
        assertThat(channels.mail().orElseThrow().passwordFile()).contains(root.resolve("secrets/mail.password"));
        assertThat(channels.language()).isEqualTo("en");
    }

    @Test
    void aHomeWithoutTheFileTellsNobody() {
        assertThat(NotificationsFile.read(new Home(root))).isEmpty();
    }

    @Test
    void theLanguageIsThatOfTheHomeUnlessItIsNamed() throws IOException {
        assertThat(read(SOUND.replace("language: en\n", "")).language()).isEqualTo("zh");
        Files.writeString(root.resolve("qingfen.yml"), "currency: CNY\nlanguage: en\n");
        assertThat(read(SOUND.replace("language: en\n", "")).language()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port: 587|port: 0|notifications.yml:4: port '0' is not a whole number from 1 to 65535",
                "host: smtp.example.com|hots: smtp.example.com|notifications.yml:3: 'hots' is not known here; known: from, host, passwordFile, port, security, user",
                "from: qingfen@example.com|from: nobody|notifications.yml:7: from 'nobody' is not an address like ops@example.com",
                "mail: [finance@example.com]|mail: [a@b, \"a@b\\r\\nBcc: c@d\"]|notifications.yml:16: mail 'a@b??Bcc: c@d' is not an address like ops@example.com",
                "hosts: [hooks.example.com]|hosts: [other.example.com]|notifications.yml:14: webhook goes to 'hooks.example.com', which is not in hosts: of the block webhook:",
                "https://hooks.example.com/qingfen|http://hooks.example.com/qingfen|notifications.yml:14: webhook needs https://, except with privateNetworks: true",
                "https://hooks.example.com/qingfen|https://u:p@hooks.example.com/|notifications.yml:14: webhook holds a user or a fragment; take it out, the signature proves the sender",
                "https://hooks.example.com/qingfen|ftp://hooks.example.com/|notifications.yml:14: webhook is not an address like https://hooks.example.com/qingfen",
                "hosts: [hooks.example.com]|hosts: []|notifications.yml:9: hosts names no host; nothing is sent to a host that is not listed",
                "user: qingfen|security: none|",
                "port: 587|security: none|notifications.yml:5: user has a password, which must not travel in clear; security: starttls",
                "language: en|language: fr|notifications.yml:1: language 'fr' is not zh or en",
                "mail: [finance@example.com]|mail: []|notifications.yml:16: mail and webhook are both empty; give one address at least",
                "  ops:|  o ps:|notifications.yml:12: o ps is not a name of 1 to 40 letters, digits and ._-",
                "language: en|mail: {}|notifications.yml:2: mail stands twice, first on line 1; remove one",
                "language: en|language: [|notifications.yml:3: is not YAML"
            })
    void whatIsWrongIsNamedWithItsLine(String old, String now, String problem) throws IOException {
        String text = SOUND.replace(old, now);
        if (problem == null) {
            assertThat(read(text)).isNotNull();
            return;
        }
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE);
            assertThat(refusal.problems()).anyMatch(one -> one.startsWith(problem), problem);
        });
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        String text = SOUND.replace("port: 587", "port: x").replace("language: en", "language: fr");

        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problems()).hasSize(2));
    }

    @Test
    void secretsComeFromFilesOrTheEnvironment() throws IOException {
        read(SOUND);
        HomeMessages messages = new HomeMessages(Map.of(), Clock.systemUTC());
        assertThatThrownBy(() -> messages.recipients(new Home(root))).hasMessageContaining("secrets/mail.password");

        Files.createDirectories(root.resolve("secrets"));
        Files.writeString(root.resolve("secrets/mail.password"), "hidden\n");
        Files.writeString(root.resolve("secrets/webhook.secret"), "short\n");
        assertThatThrownBy(() -> messages.recipients(new Home(root)))
                .hasMessageContaining("fewer than 16")
                .hasMessageNotContaining("short\n");

        Files.writeString(root.resolve("secrets/webhook.secret"), "0123456789abcdef\n");
        assertThat(messages.recipients(new Home(root))).contains(List.of("ops", "finance"));
        assertThat(new Secrets(Map.of(Secrets.MAIL, "from the environment")).mailPassword(java.util.Optional.empty()))
                .isEqualTo("from the environment");
    }

    @Test
    void aTestNeedsARecipientThatIsThere() throws IOException {
        HomeMessages messages = new HomeMessages(Map.of(), Clock.systemUTC());
        assertThatThrownBy(() -> messages.test(new Home(root), "ops")).hasMessageContaining("nobody is told");
        read(SOUND);
        assertThatThrownBy(() -> messages.test(new Home(root), "boss"))
                .hasMessageContaining("no recipient 'boss'; known: ops, finance");
    }

    @Test
    void everyKindOfNewsHasWordsInBothLanguages() {
        for (String language : List.of("zh", "en")) {
            Map<String, String> missing = new TreeMap<>();
            Stream.concat(
                            Stream.of(io.qingfen.run.Notice.Kind.values()).map(Enum::name),
                            Stream.of(io.qingfen.notifications.News.TEST))
                    .forEach(kind -> {
                        var news = new io.qingfen.notifications.News(
                                kind, "job", java.time.LocalDate.of(2026, 3, 2), "ops", "");
                        Wording wording = new Wording(language);
                        if (wording.subject(news).endsWith(kind)
                                || wording.body(news).startsWith("\n")) {
                            missing.put(kind, language);
                        }
                    });
            assertThat(missing).isEmpty();
        }
    }

    private Channels read(String text) throws IOException {
        Files.writeString(root.resolve(NotificationsFile.NAME), text);
        return NotificationsFile.read(new Home(root)).orElseThrow();
    }
}
