package io.qingfen.notifications.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.qingfen.notifications.Delivery;
import io.qingfen.notifications.Delivery.Channel;
import io.qingfen.notifications.News;
import io.qingfen.notifications.batch.Channels.MailServer;
import io.qingfen.notifications.batch.Channels.Security;
import io.qingfen.notifications.batch.Sender.NotDelivered;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingMailTest {
    private static final LocalDate MON = LocalDate.of(2026, 3, 2);
    private GreenMail server;

    @BeforeEach
    void aMailServer() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
        });
        server.start();
    }

    @AfterEach
    void itEnds() {
        server.stop();
    }

    @Test
    void arrivesInTheLanguageOfTheReader() throws Exception {
        sender(server.getSmtp().getPort(), Security.NONE, "zh").send(delivery("FAILED", "step proveBooks failed"));
        sender(server.getSmtp().getPort(), Security.NONE, "en").send(delivery("FAILED", "step proveBooks failed"));

        MimeMessage chinese = server.getReceivedMessages()[0];
        MimeMessage english = server.getReceivedMessages()[1];
        assertThat(chinese.getSubject()).isEqualTo("[qingfen] nightly-settlement 2026-03-02: 运行失败");
        assertThat(chinese.getContent().toString()).contains("业务日: 2026-03-02", "step proveBooks failed");
        assertThat(english.getSubject()).isEqualTo("[qingfen] nightly-settlement 2026-03-02: failed");
        assertThat(english.getContent().toString()).contains("nothing is paid twice", "business date: 2026-03-02");
        assertThat(english.getMessageID()).isEqualTo("<id-1@qingfen>");
        assertThat(english.getHeader("Qingfen-Id")).containsExactly("id-1");
        assertThat(english.getAllRecipients()).extracting(Object::toString).containsExactly("ops@example.com");
    }

    @Test
    void carriesNoNumberOfACardOrAnAccount() throws Exception {
        sender(server.getSmtp().getPort(), Security.NONE, "en")
                .send(delivery("FAILED", "saw 4111111111111111 and account 6222020200112345671 of 898310000000001"));

        assertThat(server.getReceivedMessages()[0].getContent().toString())
                .doesNotContain("4111111111111111", "6222020200112345671")
                .contains("4111****1111", "6222****5671", "898310000000001");
    }

    @Test
    void aServerWithoutStartTlsGetsNothing() {
        MailSender sender = sender(server.getSmtp().getPort(), Security.STARTTLS, "en");

        assertThatThrownBy(() -> sender.send(delivery("LATE", "")))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("STARTTLS is required");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void withStartTlsNothingOfTheMessageIsInClear(@TempDir Path folder) throws Exception {
        try (StartTlsServer secure = new StartTlsServer(folder)) {
            MailSender sender = sender(secure.port(), Security.STARTTLS, "en");
            Properties properties = sender.properties();
            properties.put("mail.smtp.ssl.socketFactory", secure.client().getSocketFactory());

            sender.send(delivery("LATE", "see qingfen status"), Session.getInstance(properties));

            assertThat(secure.inClear).hasSize(2).last().isEqualTo("STARTTLS");
            assertThat(secure.encrypted)
                    .contains("RCPT TO:<ops@example.com>", "Qingfen-Id: id-1", "see qingfen status", ".");
        }
    }

    @Test
    void aServerThatOffersStartTlsWithACertificateNobodyVouchesForGetsNothing(@TempDir Path folder) throws Exception {
        try (StartTlsServer secure = new StartTlsServer(folder)) {
            MailSender sender = sender(secure.port(), Security.STARTTLS, "en");

            assertThatThrownBy(() -> sender.send(delivery("LATE", "")))
                    .isInstanceOf(NotDelivered.class)
                    .hasMessageContaining("certification path");
            assertThat(secure.encrypted).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForGetsNothing() {
        MailSender sender = sender(server.getSmtps().getPort(), Security.TLS, "en");

        assertThatThrownBy(() -> sender.send(delivery("LATE", "")))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("certification path");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void startTlsIsTheRuleAndHostsAreChecked() {
        assertThat(sender(587, Security.STARTTLS, "en").properties())
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }

    @Test
    void aServerThatIsAwayIsNamed() {
        int port = server.getSmtp().getPort();
        server.stop();

        assertThatThrownBy(() -> sender(port, Security.NONE, "en").send(delivery("LATE", "")))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    @Test
    void aSubjectThatEndsItsLineIsRefused() {
        MailSender sender = sender(server.getSmtp().getPort(), Security.NONE, "en");
        Session session = Session.getInstance(sender.properties());

        assertThatThrownBy(() -> sender.message(session, delivery("LATE", ""), "late\r\nBcc: all@example.com"))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("nothing was sent");
    }

    @Test
    void namesOfJobsCannotEndTheLineOfASubject() throws Exception {
        News news = new News("LATE", "job\r\nBcc: all@example.com", MON, "ops", "");
        sender(server.getSmtp().getPort(), Security.NONE, "en")
                .send(new Delivery("id-1", Channel.MAIL, "ops@example.com", 1, news));

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    }

    private static MailSender sender(int port, Security security, String language) {
        MailServer settings = new MailServer("127.0.0.1", port, security, "", Optional.empty(), "qingfen@example.com");
        return new MailSender(settings, new Secrets(Map.of()), new Wording(language));
    }

    private static Delivery delivery(String kind, String text) {
        News news = new News(kind, "nightly-settlement", MON, "ops", text);
        return new Delivery("id-1", Channel.MAIL, "ops@example.com", 1, news);
    }
}
