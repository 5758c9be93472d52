package io.qingfen.access.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.access.Role;
import io.qingfen.access.Tokens;
import io.qingfen.access.User;
import io.qingfen.access.Users;
import io.qingfen.run.Actor;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.TestAudit;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class KeepingTokensTest {
    private static final Actor LI = new Actor("li.na");
    private final JdbcClient jdbc;
    private final Users users;
    private final Tokens tokens;
    private final TransactionTemplate transaction;

    KeepingTokensTest(TestDatabase database) {
        DataSource books = database.fresh();
        jdbc = JdbcClient.create(books);
        users = new JdbcUsers(jdbc, TestAudit.on(books));
        tokens = new JdbcTokens(jdbc, users, TestAudit.on(books));
        transaction = new TransactionTemplate(new JdbcTransactionManager(books));
        in(() -> users.createFirst("admin"));
        in(() -> users.external("Li.Na", "Li Na", Set.of(Role.FINANCE)));
    }

    private <T> T in(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }

    private String made(int days) {
        return in(() -> tokens.create(LI, "export", days));
    }

    @Test
    void knowsItsUserByItAndKeepsOnlyItsDigest() {
        String token = made(30);
        assertThat(tokens.user(token)).map(User::name).contains("li.na");
        assertThat(tokens.user(token.replaceAll(".$", token.endsWith("A") ? "B" : "A")))
                .isEmpty();
        assertThat(tokens.user("")).isEmpty();
        assertThat(jdbc.sql("select digest from api_token").query(String.class).single())
                .hasSize(64)
                .isNotEqualTo(token.substring(20));
        Tokens.Token listed = tokens.of(LI).get(0);
        assertThat(Duration.between(listed.createdAt(), listed.endsAt()))
                .isBetween(Duration.ofDays(29), Duration.ofDays(31));
        assertThat(tokens.of(new Actor("admin"))).isEmpty();
    }

    @Test
    void endsWithItsDateItsUserAndAtWill() {
        String token = made(1);
        assertThatThrownBy(() -> in(() -> end("admin", token))).isInstanceOf(Refusal.class);
        in(() -> end("li.na", token));
        assertThat(tokens.user(token)).isEmpty();
        String late = made(1);
        jdbc.sql("update api_token set ends_at = current_timestamp").update();
        assertThat(tokens.user(late)).isEmpty();
        String other = made(1);
        assertThat(in(() -> users.external("li.na", "Li Na", Set.of(Role.APPROVER)))
                        .roles())
                .containsExactly(Role.APPROVER);
        assertThat(tokens.user(other)).as("its user has other roles now").isEmpty();
        String disabled = made(1);
        in(() -> {
            users.change(new Actor("admin"), "li.na", Set.of(Role.APPROVER), false);
            return "";
        });
        assertThat(tokens.user(disabled)).isEmpty();
        assertThat(tokens.of(LI)).isEmpty();
    }

    private String end(String who, String token) {
        tokens.end(new Actor(who), token.substring(3, 19));
        return "";
    }

    @Test
    void refusesWhatIsNoTokenOfAnybody() {
        assertThatThrownBy(() -> made(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> made(366)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> in(() -> tokens.create(LI, " ", 1))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> in(() -> tokens.create(new Actor("nobody"), "export", 1)))
                .isInstanceOf(Refusal.class);
        assertThat(jdbc.sql("select count(*) from api_token").query(Long.class).single())
                .isZero();
    }
}
