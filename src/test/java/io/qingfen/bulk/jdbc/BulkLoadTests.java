package io.qingfen.bulk.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class BulkLoadTests {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BulkLoad bulk;

    BulkLoadTests(TestDatabase database) {
        DataSource dataSource = database.fresh();
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        bulk = new TransactionalBulkLoad(dataSource, database.dialect());
        jdbc.sql(
                        "create table sample (id bigint primary key, name varchar(2000), amount bigint, on_date date, raw bytea)")
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "tab\there",
                "line\nfeed",
                "carriage\rreturn",
                "back\\slash",
                "\\N",
                "\\.",
                "商户 é 😀",
                "é\t\\\n商"
            })
    void keepsTextAsItIs(String text) {
        load(rows -> row(rows, 1, text, 1L, null, null));

        assertThat(jdbc.sql("select name from sample").query(String.class).single())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 9, 10, 99, 100, -1050, Long.MAX_VALUE, Long.MIN_VALUE, 1_000_000_000_000_000_000L})
    void keepsNumbersExactly(long number) {
        load(rows -> rows.number(number)
                .text("x")
                .number(Long.valueOf(number))
                .date(null)
                .bytes(null)
                .end());

        assertThat(jdbc.sql("select id from sample").query(Long.class).single()).isEqualTo(number);
        assertThat(jdbc.sql("select amount from sample").query(Long.class).single())
                .isEqualTo(number);
    }

    @Test
    void storesNulls() {
        load(rows -> row(rows, 1, null, null, null, null));

        assertThat(jdbc.sql("select count(*) from sample where name is null and amount is null and on_date is null"
                                + " and raw is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsDatesAndBytes() {
        byte[] raw = new byte[256];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) i;
        }
        load(rows -> row(rows, 1, "a", 1L, LocalDate.of(2024, 2, 29), raw));

        assertThat(jdbc.sql("select on_date from sample").query(LocalDate.class).single())
                .isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(jdbc.sql("select raw from sample")
                        .query((row, n) -> row.getBytes(1))
                        .single())
                .isEqualTo(raw);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 49, 50, 51, 10_001})
    void bringsEveryRow(int count) {
        load(rows -> {
            for (int i = 0; i < count; i++) {
                row(rows, i, "x".repeat(200), (long) i, null, null);
            }
        });

        assertThat(jdbc.sql("select count(*) from sample").query(Integer.class).single())
                .isEqualTo(count);
    }

    @Test
    void letsOtherStatementsAndOtherLoadsRunInBetween() {
        jdbc.sql("create table other (id bigint primary key, raw bytea)").update();
        byte[] large = "0123456789".repeat(100_000).getBytes(StandardCharsets.US_ASCII);

        transaction.executeWithoutResult(status -> {
            try (BulkRows first = bulk.into("sample", "id", "raw");
                    BulkRows second = bulk.into("other", "id", "raw")) {
                for (int i = 0; i < 3; i++) {
                    first.number(i).bytes(large).end();
                    second.number(i).bytes(large).end();
                    jdbc.sql("select count(*) from sample").query(Long.class).single();
                }
            }
        });

        assertThat(jdbc.sql("select count(*) from sample join other using (id)")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void leavesNothingWhenTheTransactionRollsBack() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            try (BulkRows rows = into()) {
                row(rows, 1, "a", 1L, null, null);
            }
        });

        assertThat(jdbc.sql("select count(*) from sample").query(Long.class).single())
                .isZero();
    }

    @Test
    void reportsADuplicateKeyAlikeOnBothDatabases() {
        assertThatThrownBy(() -> load(rows -> {
                    row(rows, 1, "a", 1L, null, null);
                    row(rows, 1, "b", 1L, null, null);
                }))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void refusesNulCharactersAlikeOnBothDatabases() {
        assertThatThrownBy(() -> load(rows -> row(rows, 1, "a\0b", 1L, null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesARowThatIsTooShort() {
        assertThatThrownBy(() -> load(rows -> rows.number(1).end())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToWorkOutsideATransaction() {
        assertThatThrownBy(this::into).isInstanceOf(IllegalStateException.class);
    }

    private interface Filling {
        void fill(BulkRows rows);
    }

    private void load(Filling filling) {
        transaction.executeWithoutResult(status -> {
            try (BulkRows rows = into()) {
                filling.fill(rows);
            }
        });
    }

    private BulkRows into() {
        return bulk.into("sample", "id", "name", "amount", "on_date", "raw");
    }

    private static void row(BulkRows rows, long id, String name, Long amount, LocalDate day, byte[] raw) {
        rows.number(id).text(name).number(amount).date(day).bytes(raw).end();
    }
}
