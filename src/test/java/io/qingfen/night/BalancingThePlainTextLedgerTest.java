package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingfen.QingfenApplication;
import io.qingfen.generator.Generation;
import io.qingfen.generator.GenerationOptions;
import io.qingfen.nightly.Nights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The plain-text ledger of two big, faulty dates: another program finds the balances of our trial balance in it. */
class BalancingThePlainTextLedgerTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate SECOND = LocalDate.of(2026, 3, 3);

    @TempDir
    private static Path home;

    @BeforeAll
    static void playTwoDates() {
        for (LocalDate date : new LocalDate[] {FIRST, SECOND}) {
            Generation.write(GenerationOptions.of(home, date, 300, 20_000, 7));
        }
        try (ConfigurableApplicationContext program =
                new SpringApplication(QingfenApplication.class).run("--qingfen.home=" + home)) {
            program.getBean(Nights.class).run(FIRST, 2);
            program.getBean(Nights.class).run(SECOND, 2);
        }
    }

    private static Path outbox(LocalDate date) {
        return home.resolve("outbox").resolve(date.toString());
    }

    @Test
    void givesTheClosingColumnOnTheFirstDateOfTheBooks() throws IOException {
        PlainTextLedger.requireClosingBalances(outbox(FIRST));
    }

    @Test
    void givesTheClosingColumnOnADateThatBeginsWithBalances() throws IOException {
        assertThat(Files.readString(outbox(SECOND).resolve("journal.ledger"))).contains("* opening balances");
        PlainTextLedger.requireClosingBalances(outbox(SECOND));
    }

    /** So that a reader which finds nothing is not taken for a ledger that is right. */
    @Test
    void notWhenAnAmountWasChanged(@TempDir Path other) throws IOException {
        String journal = copied(other);
        int amount = journal.indexOf("  assets:scheme-receivable:UNIONPAY  ") + 37;
        Files.writeString(
                other.resolve("journal.ledger"), journal.substring(0, amount) + "1" + journal.substring(amount));
        assertThatThrownBy(() -> PlainTextLedger.requireClosingBalances(other))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("entry");
        assumeTrue(PlainTextLedger.hledgerIsInstalled());
        assertThatThrownBy(() -> PlainTextLedger.hledger(other.resolve("journal.ledger"), "check", "--strict"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("could not balance");
    }

    @Test
    void notWhenAnAccountIsUnknownToIt(@TempDir Path other) throws IOException {
        String journal = copied(other);
        Files.writeString(
                other.resolve("journal.ledger"),
                journal.replaceFirst("account assets:scheme-receivable:UNIONPAY\n", ""));
        assertThatThrownBy(() -> PlainTextLedger.requireClosingBalances(other)).isInstanceOf(AssertionError.class);
    }

    private static String copied(Path other) throws IOException {
        Files.copy(outbox(SECOND).resolve("trial-balance.csv"), other.resolve("trial-balance.csv"));
        return Files.readString(outbox(SECOND).resolve("journal.ledger"));
    }
}
