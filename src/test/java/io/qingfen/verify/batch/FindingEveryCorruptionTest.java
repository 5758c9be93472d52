package io.qingfen.verify.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is changed in a table or a file of a closed date, the proof goes red and names the place. */
class FindingEveryCorruptionTest {
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 3;
    private static final int TRANSACTIONS = 150;
    private static final long SEED = 20260302;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whereverItIsPlanted(TestDatabase database) throws Exception {
        Path root = Played.temporary();
        List<LocalDate> dates = Played.generated(root, MON_2026_03_02, DAYS, TRANSACTIONS, SEED);
        LocalDate last = dates.get(DAYS - 1);
        try (Played played = new Played(root, Played.books(database), dates);
                Connection connection = played.dataSource().getConnection()) {
            for (LocalDate date : dates) {
                if (!date.equals(dates.get(0))) {
                    assertThat(played.proved(date).differences()).isEmpty();
                }
            }
            connection.setAutoCommit(false);
            TableCorruptions tables = new TableCorruptions(played, connection, last, SEED);
            for (String table : Coverage.COVERED.keySet()) {
                tables.plant(table, database.ordinal(), TestDatabase.values().length);
            }
            tables.withoutItemsOfEveryKind();
            connection.rollback();
            FileCorruptions files = new FileCorruptions(played, last, SEED);
            if (database == TestDatabase.H2) {
                files.plant();
            }
            List<String> missed = new ArrayList<>(tables.missed());
            missed.addAll(files.missed());
            System.out.println("corruptions planted on " + database + ": " + tables.planted() + " in tables, "
                    + files.planted() + " in files");
            assertThat(missed).isEmpty();
            assertThat(tables.planted() + files.planted()).isGreaterThanOrEqualTo(250);
        }
    }

    /** A table or column that somebody adds must be proved, or exempt for a reason that is written down. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void everyTableIsCoveredOrExemptForAReason(TestDatabase database) throws Exception {
        List<String> unknown = new ArrayList<>();
        try (Connection connection = database.fresh().getConnection()) {
            String schema = database == TestDatabase.H2 ? "PUBLIC" : "public";
            try (ResultSet tables = connection
                    .getMetaData()
                    .getTables(null, schema, null, new String[] {"TABLE", "BASE TABLE", "PARTITIONED TABLE"})) {
                while (tables.next()) {
                    String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                    boolean known = Coverage.COVERED.containsKey(name) || Coverage.EXEMPT.containsKey(name);
                    if (!known && !Coverage.isFramework(name)) {
                        unknown.add(name);
                    }
                }
            }
        }
        assertThat(unknown)
                .as("tables that neither the proof covers nor Coverage exempts with a reason")
                .isEmpty();
    }
}
