package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain day with one file more, whose trailer is wrong: whole nights through the command line. */
class RefusingAFileTest {
    private static final String DATE = "2026-03-02";
    private static final Path STORY = Path.of("sample-files/days/2026-03-02-plain");
    private static final String WRONG = "authorizations_20260302_02.csv";
    private static final String DECLINED = """
            H,AUTHORIZATIONS,1,2026-03-02,2
            A,030201000099,898310058120001,10000001,000007,000099,SALE,UNIONPAY,,621700******1002,DEBIT,DOMESTIC,58.00,CNY,\
            2026-03-02T12:40:05,51,,01050000,,U030201000099
            T,1,%s
            """;

    @TempDir
    Path home;

    @BeforeEach
    void deliver() throws IOException {
        FileSystemUtils.copyRecursively(STORY.resolve("home"), home);
        Files.writeString(home.resolve("inbox").resolve(WRONG), DECLINED.formatted("59.00"));
    }

    private Invocation qingfen(String... arguments) {
        return Invocation.of(
                SpringEngine.OPENING,
                Stream.concat(Stream.of(arguments), Stream.of("--date", DATE, "--home", home.toString()))
                        .toArray(String[]::new));
    }

    private Path outbox(String name) {
        return home.resolve("outbox").resolve(DATE).resolve(name);
    }

    private void requireQuarantined() throws IOException {
        assertThat(home.resolve("inbox").resolve(WRONG)).doesNotExist();
        assertThat(home.resolve("quarantine").resolve(WRONG)).hasContent(DECLINED.formatted("59.00"));
        assertThat(Files.readString(home.resolve("quarantine").resolve(WRONG + ".reason.txt")))
                .startsWith(WRONG + ":3: ")
                .contains("59.00", "58.00");
    }

    @Test
    void stopsTheNightUntilItIsCorrected() throws IOException {
        Invocation run = qingfen("run");
        assertThat(run.exit()).as(run.err()).isEqualTo(Exit.INPUT_REFUSED.code());
        assertThat(run.err())
                .contains("error: " + WRONG + ":3: ", "59.00", "58.00")
                .contains("put corrected files into the inbox, then: qingfen restart --date " + DATE);
        requireQuarantined();
        assertThat(home.resolve("outbox").resolve(DATE)).doesNotExist();
        assertThat(qingfen("status").out()).contains("2026-03-02 Monday  failed", WRONG + ":3: ", "next");

        Files.writeString(home.resolve("inbox").resolve(WRONG), DECLINED.formatted("58.00"));
        Invocation restart = qingfen("restart");
        assertThat(restart.exit()).as(restart.err()).isZero();
        assertThat(restart.out())
                .contains("closed", "3 files, 6 slips, 8 authorizations")
                .doesNotContain("notice");
        assertThat(notices()).isEmpty();
        assertThat(summary().get("terminals").get("active").intValue())
                .as("terminals trade without a deposit too")
                .isEqualTo(3);
        assertThat(outbox("settlement-report.html")).content().doesNotContain(WRONG);
        assertThat(outbox("failures.csv")).content().contains("030201000099");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs/nightly-settlement.yml", "qingfen.yml"})
    void doesNotStopANightThatIsToldToGoOn(String place) throws IOException {
        Path file = home.resolve(place);
        Files.createDirectories(file.getParent());
        String shipped = Files.readString(Path.of("jobs/nightly-settlement.yml"));
        assertThat(shipped).contains("onRefusedFile: stop");
        Files.writeString(
                file,
                place.startsWith("jobs")
                        ? shipped.replace("onRefusedFile: stop", "onRefusedFile: continue")
                        : "onRefusedFile: continue\n");

        Invocation run = qingfen("run");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("closed", "2 files, 6 slips, 7 authorizations; 1 notice");
        requireQuarantined();
        for (String table : List.of("positions.csv", "failures.csv")) {
            assertThat(Files.readString(outbox(table))).doesNotContain("030201000099");
        }
        assertThat(outbox("payouts")).isNotEmptyDirectory();
        requireNotice();
    }

    private void requireNotice() throws IOException {
        assertThat(qingfen("status").out()).contains("notice    " + WRONG + "  REFUSED_FILE", "59.00");
        assertThat(notices()).hasSize(1);
        assertThat(notices().get(0).get("file").stringValue()).isEqualTo(WRONG);
        assertThat(notices().get(0).get("notice").stringValue()).isEqualTo("REFUSED_FILE");
        assertThat(notices().get(0).get("detail").stringValue()).contains(":3: ", "59.00", "58.00");
        assertThat(Files.readString(outbox("settlement-report.html"))).contains(WRONG, "59.00");
    }

    private JsonNode notices() throws IOException {
        return summary().get("notices");
    }

    private JsonNode summary() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(outbox("summary.json")));
    }
}
