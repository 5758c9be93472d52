package io.qingfen.reports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.reports.TransactionFragment;
import io.qingfen.reports.jdbc.TestReports;
import io.qingfen.reports.jdbc.Transactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@OnBothDatabases
class OrderingTransactionsTest {
    private static final long ALL = 1_000;

    private final DataSource books;

    OrderingTransactionsTest(TestDatabase database) {
        books = database.fresh();
        JdbcTemplate jdbc = new JdbcTemplate(books);
        database.dialect().createDatePartition(jdbc, FilledBooks.FEB_12);
        new FilledBooks(jdbc).everything();
    }

    @Test
    void piecesSortedInMemoryAreThoseThatTheDatabaseSorts() throws IOException {
        List<String> here = lines(TestReports.transactions(books, ALL), 7);
        assertThat(here).hasSize(60).isEqualTo(lines(TestReports.transactions(books, 0), 7));
    }

    @Test
    void piecesFollowOneAnotherInTheOrderOfTheWhole() throws IOException {
        List<String> pieces = lines(TestReports.transactions(books, ALL), 7);
        assertThat(pieces).isEqualTo(lines(TestReports.transactions(books, ALL), ALL));
    }

    private static List<String> lines(Transactions transactions, long size) throws IOException {
        List<String> lines = new ArrayList<>();
        for (TransactionFragment piece : transactions.fragments(FilledBooks.FEB_12, size, ALL, ALL)) {
            transactions.write(FilledBooks.FEB_12, piece, (row, bytes, from, length) -> {
                assertThat(row).isEqualTo(lines.size());
                lines.add(new String(bytes, from, length, StandardCharsets.UTF_8));
            });
        }
        return lines;
    }
}
