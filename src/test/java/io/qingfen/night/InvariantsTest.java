package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rule that never finds anything proves nothing: each finds the damage it is there for. */
@OnBothDatabases
class InvariantsTest {
    /** Damage, and the rule that tells it. */
    private static final List<Map.Entry<String, String>> DAMAGES = List.of(
            Map.entry("update input_file set line_count = line_count + 1 where file_no = 1", "I01"),
            Map.entry(
                    "update control_total set counterpart_minor = counterpart_minor + 1 where position_no = 1", "I02"),
            Map.entry(
                    "update posting set debit_minor = debit_minor + 1 where posting_no = 1 and debit_minor > 0", "I03"),
            Map.entry("update payout set amount_minor = amount_minor + 1", "I04"),
            Map.entry("update position set sales_minor = sales_minor + 1", "I05"),
            Map.entry(
                    "update transactions set capture_file = 1, capture_line = 1 where capture_line is not null", "I07"),
            Map.entry("update transactions set fee_minor = fee_minor + 1 where disposition = 'SETTLED'", "I08"),
            Map.entry("update audit_head set record_no = record_no + 1", "I09"),
            Map.entry("update run_lease set token = 0", "I10"),
            Map.entry("update business_day set failure = '4111111111111111'", "I11"),
            Map.entry("update business_day set state = 'OPEN'", "I12"),
            Map.entry("update report_file set sha256 = 'other'", "I13"),
            Map.entry("update open_item set suspense_minor = suspense_minor + 1 where removed_on is null", "I14"),
            Map.entry("update trial_balance set opening_minor = opening_minor + 1 where debits_minor > 0", "I15"));

    private final TestDatabase database;

    InvariantsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void holdOfAGoodNightAndTellEveryDamage() throws Exception {
        Path home = Nightly.home();
        DatabaseSettings books = database.freshSettings();
        try (MortalProcess process = new MortalProcess(home, books);
                Connection connection = DriverManager.getConnection(books.url(), books.user(), books.password())) {
            process.run(Nightly.FIRST, false, (one, point, what) -> {});
            Invariants.hold(connection, home, Nightly.FIRST);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (Map.Entry<String, String> damage : DAMAGES) {
                    statement.executeUpdate(damage.getKey());
                    assertThat(Invariants.broken(connection, home, Nightly.FIRST))
                            .as(damage.getKey())
                            .anyMatch(broken -> broken.startsWith(damage.getValue()));
                    connection.rollback();
                }
            }
            Path file = home.resolve("outbox").resolve(Nightly.FIRST.toString()).resolve("payouts/x.csv.part");
            Files.writeString(file, "half");
            assertThat(Invariants.broken(connection, home, Nightly.FIRST)).anyMatch(broken -> broken.startsWith("I13"));
        }
    }
}
