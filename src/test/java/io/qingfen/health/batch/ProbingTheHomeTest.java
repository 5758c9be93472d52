package io.qingfen.health.batch;

import static io.qingfen.health.Finding.Level.FAIL;
import static io.qingfen.health.Finding.Level.OK;
import static io.qingfen.health.Finding.Level.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.health.Doctor.Examination;
import io.qingfen.health.Finding;
import io.qingfen.reference.TestHome;
import io.qingfen.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbingTheHomeTest {
    private static final LocalDate THU = TestHome.THU_2026_02_12;

    @TempDir
    private Path root;

    private TestHome files;
    private Home home;

    @BeforeEach
    void aSoundHome() {
        files = TestHome.fiveDays(root);
        home = new Home(root);
    }

    @Test
    void aSoundHomeIsSound() {
        Examination examination = examined(THU, Map.of());

        assertThat(examination.findings())
                .extracting(Finding::probe)
                .containsExactly(
                        "database",
                        "disk",
                        "folders",
                        "secrets",
                        "reference",
                        "calendar",
                        "notifications",
                        "configuration");
        assertThat(examination.findings())
                .filteredOn(finding -> finding.level() != OK)
                .extracting(Finding::probe)
                .containsExactly("notifications");
        assertThat(examination.isSound()).isTrue();
        assertThat(root.resolve("data")).doesNotExist();
    }

    @Test
    void tooLittleDiskIsSeen() throws IOException {
        assertThat(new DiskProbe(root, home.data()).look(Long.MAX_VALUE / 4))
                .singleElement()
                .matches(finding -> finding.level() == FAIL);
        assertThat(DiskProbe.judged("/srv", 15, 10).level()).isEqualTo(WARN);
        assertThat(DiskProbe.judged("/srv", 20, 10).level()).isEqualTo(OK);
        assertThat(DiskProbe.judged("/srv", 2_000_000_000L, 3_000_000_000L).what())
                .isEqualTo("2.0 GB free at /srv, the next night may need 3.0 GB");
    }

    @Test
    void aFolderThatIsNoneIsSeen() {
        files.write("inbox", "a file in its place");

        Finding finding = finding(examined(THU, Map.of()), "folders");

        assertThat(finding.level()).isEqualTo(FAIL);
        assertThat(finding.what()).isEqualTo("inbox is not a directory");
    }

    @ParameterizedTest
    @CsvSource({"rw-------, OK", "rw-r-----, WARN", "rw-r--r--, FAIL"})
    void aKeyHasOneReader(String permissions, Finding.Level level) throws IOException {
        files.write("secrets/account.key", "x");
        Files.setPosixFilePermissions(
                root.resolve("secrets/account.key"), PosixFilePermissions.fromString(permissions));

        assertThat(finding(examined(THU, Map.of()), "secrets").level()).isEqualTo(level);
    }

    @Test
    void aNamedSecretThatIsMissingIsSeen() {
        Finding finding = finding(examined(THU, Map.of("QINGFEN_DB_PASSWORD_FILE", root + "/none")), "secrets");

        assertThat(finding.level()).isEqualTo(FAIL);
        assertThat(finding.what()).contains(root + "/none", "QINGFEN_DB_PASSWORD_FILE");
    }

    @ParameterizedTest
    @CsvSource({
        // the night of Thursday the 31st pays on a day of the next year
        "2026-11-01, WARN",
        "2026-10-31, OK",
        "2026-12-30, WARN",
        "2026-12-31, FAIL",
        "2027-03-01, FAIL"
    })
    void theNextYearOfTheCalendarIsMissedSixtyDaysBeforeItsNeed(LocalDate today, Finding.Level level) {
        assertThat(finding(examined(today, Map.of()), "calendar").level()).isEqualTo(level);
    }

    @Test
    void aCalendarThatIsNotSoundIsSeen() {
        files.write("reference/calendar.yml", "country: 7\n");

        Examination examination = examined(THU, Map.of());

        assertThat(finding(examination, "calendar").level()).isEqualTo(FAIL);
        assertThat(finding(examination, "reference").what()).contains("reference/calendar.yml:1");
    }

    @Test
    void settingsOfNotificationsThatAreWrongAreSeen() {
        assertThat(finding(examined(THU, Map.of()), "notifications").level()).isEqualTo(WARN);
        files.write("notifications.yml", "recipients: {}\nmial: {}\n");

        Finding finding = finding(examined(THU, Map.of()), "notifications");

        assertThat(finding.level()).isEqualTo(FAIL);
        assertThat(finding.what()).contains("notifications.yml:2: 'mial' is not known here");
        files.write("notifications.yml", "mail: {host: h, from: a@b}\nrecipients: {ops: {mail: [c@d]}}\n");
        assertThat(finding(examined(THU, Map.of()), "notifications").what()).isEqualTo("known: ops");
    }

    @Test
    void settingsThatCannotBeReadAreSeen() {
        files.write("qingfen.yml", "database: [\n");

        Finding finding = finding(examined(THU, Map.of()), "database");

        assertThat(finding.level()).isEqualTo(FAIL);
        assertThat(finding.what()).contains("qingfen.yml");
    }

    @Test
    void aDatabaseFileThatIsNoneIsSeen() {
        files.write("data/qingfen.mv.db", "not H2's\n".repeat(5000));

        assertThat(finding(examined(THU, Map.of()), "database").level()).isEqualTo(FAIL);
    }

    @Test
    void theFingerprintTellsAnotherConfiguration() throws IOException {
        files.write("qingfen.yml", "database:\n  url: jdbc:postgresql://h/b?password=one\n  password: one\n");
        String before = fingerprint(Map.of("QINGFEN_HOME", "/a"));

        assertThat(fingerprint(Map.of("QINGFEN_HOME", "/b"))).isEqualTo(before).hasSize(64);
        assertThat(fingerprint(Map.of("QINGFEN_WORKERS", "3"))).isNotEqualTo(before);
        files.edit("qingfen.yml", "password=one\n  password: one", "password=two\n  password: two");
        assertThat(fingerprint(Map.of("QINGFEN_DB_PASSWORD", "three"))).isEqualTo(before);
        files.write("reference/merchants.csv", files.read("reference/merchants.csv") + "\n");
        assertThat(fingerprint(Map.of())).isNotEqualTo(before);
    }

    private String fingerprint(Map<String, String> environment) throws IOException {
        return new Fingerprint(home, environment).hex();
    }

    private Examination examined(LocalDate today, Map<String, String> environment) {
        Instant noon = Instant.parse(today + "T12:00:00Z");
        return new HomeDoctor(Clock.fixed(noon, ZoneId.of("UTC")), environment).examine(home, 1);
    }

    private static Finding finding(Examination examination, String probe) {
        return examination.findings().stream()
                .filter(one -> one.probe().equals(probe))
                .findFirst()
                .orElseThrow();
    }
}
