package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Explanations of a sample story, as they were checked by hand against its STORY.md, letter by letter. */
class ExplainingOnTheCommandLineTest {
    private static final Path EXPECTED = Path.of("src/test/resources/explain");

    @TempDir
    static Path folder;

    private static String home;

    @BeforeAll
    static void playTheStory() {
        home = folder.resolve("home").toString();
        Invocation demo = invoke("demo", "--story", "2026-03-11-void-refund-completion", "--home", home);
        assertThat(demo.exit()).as(demo.err()).isZero();
    }

    static List<String> ids() throws IOException {
        try (Stream<Path> files = Files.list(EXPECTED)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void saysWhatWasReckonedByHand(String id) throws IOException {
        Invocation told = invoke("explain", id, "--home", home);

        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out()).isEqualTo(Files.readString(EXPECTED.resolve(id + ".txt")));
    }

    @Test
    void givesTheSameAsATree() {
        Invocation told = invoke("explain", "P20260312-898310059420001", "--json", "--home", home);

        var payout = told.json().get("explanation");
        assertThat(payout.get("kind").stringValue()).isEqualTo("payout");
        assertThat(payout.get("amount").stringValue()).isEqualTo("156.17");
        assertThat(payout.get("children").get(0).get("name").stringValue()).isEqualTo("SALES");
        assertThat(told.json().get("exit").intValue()).isZero();
    }

    @Test
    void leavesOutTransactionsAboveTheLimitAndSaysHowMany() {
        Invocation told = invoke("explain", "P20260312-898310059420001", "--limit", "1", "--home", home);

        assertThat(told.out())
                .contains("C20260312-01-4 ")
                .doesNotContain("C20260312-01-5 ")
                .contains("more transactions");
    }

    @Test
    void explainsAMerchantsPositionOfADate() {
        assertThat(invoke("explain", "898310070110001", "--date", "2026-03-12", "--home", home)
                        .out())
                .startsWith("position P20260312-898310070110001");
    }

    @Test
    void refusesWhatTheBooksDoNotHaveAndSaysHowIdsLook() {
        for (String id : List.of("X-1", "P20260312-1", "C20260312-09-1", "K00000000000000000000", "C20260312-01-999")) {
            Invocation refused = invoke("explain", id, "--home", home);
            assertThat(refused.exit()).as(id).isEqualTo(2);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).contains("have no " + id, "C20260302-01-17", "K0123456789abcdef0123");
        }
    }

    @Test
    void writesAStatementAsPdfOrCsv() throws IOException {
        Path pdf = folder.resolve("shop.pdf");
        Path csv = folder.resolve("shop.csv");
        for (Path out : List.of(pdf, csv)) {
            String merchant = "898310059420001";
            Invocation written = invoke(
                    "statement",
                    "--merchant",
                    merchant,
                    "--date",
                    "2026-03-12",
                    "--out",
                    out.toString(),
                    "--home",
                    home);
            assertThat(written.exit()).as(written.err()).isZero();
        }
        assertThat(Files.readAllBytes(pdf)).startsWith("%PDF".getBytes());
        assertThat(csv)
                .hasSameTextualContentAs(Path.of(home, "outbox", "2026-03-12", "statements", "898310059420001.csv"));
        assertThat(invoke("statement", "--merchant", "nobody", "--date", "2026-03-12", "--home", home)
                        .exit())
                .isEqualTo(2);
    }

    private static Invocation invoke(String... args) {
        return Invocation.of(SpringEngine.OPENING, args);
    }
}
