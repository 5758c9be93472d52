package io.qingfen.access.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.access.PasswordRule.Objection;
import io.qingfen.access.Role;
import io.qingfen.access.User;
import io.qingfen.access.Users;
import io.qingfen.access.Users.SignIn;
import io.qingfen.run.Actor;
import io.qingfen.run.jdbc.TestAudit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class KeepingUsersTest {
    private static final Actor ADMIN = new Actor("admin");
    private static final String GOOD = "seven green tides";
    private final JdbcClient jdbc;
    private final Users users;
    private final TransactionTemplate transaction;
    private String first;

    KeepingUsersTest(TestDatabase database) {
        DataSource books = database.fresh();
        jdbc = JdbcClient.create(books);
        users = new JdbcUsers(jdbc, TestAudit.on(books));
        transaction = new TransactionTemplate(new JdbcTransactionManager(books));
    }

    @BeforeEach
    void startForTheFirstTime() {
        first = in(() -> users.createFirst("admin")).orElseThrow();
    }

    private <T> T in(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }

    private SignIn signIn(String name, String password) {
        return in(() -> users.signIn(name, password));
    }

    @Test
    void makesOneAdministratorWithAPasswordOfItsOwn() {
        assertThat(in(() -> users.createFirst("admin"))).isEmpty();
        assertThat(first).hasSize(24);
        assertThat(jdbc.sql("select password_hash from app_user")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}")
                .doesNotContain(first);
        assertThat(signIn("admin", first)).isEqualTo(SignIn.DONE);
        assertThat(signIn("ADMIN", first)).isEqualTo(SignIn.DONE);
        assertThat(users.find("admin")).get().satisfies(user -> {
            assertThat(user.mustChangePassword()).isTrue();
            assertThat(user.permissions()).isEmpty();
            assertThat(user.roles()).containsExactly(Role.ADMIN);
        });
    }

    @Test
    void changesAPasswordOnlyForWhoeverKnowsThePresentOne() {
        assertThat(change("wrong", GOOD)).contains(Objection.WRONG);
        assertThat(change(first, first)).contains(Objection.SAME);
        assertThat(change(first, "short")).contains(Objection.TOO_SHORT);
        assertThat(signIn("admin", first)).isEqualTo(SignIn.DONE);
        assertThat(change(first, GOOD)).isEmpty();
        assertThat(signIn("admin", first)).isEqualTo(SignIn.WRONG);
        assertThat(signIn("admin", GOOD)).isEqualTo(SignIn.DONE);
        User user = users.find("admin").orElseThrow();
        assertThat(user.mustChangePassword()).isFalse();
        assertThat(user.stamp()).isEqualTo(2);
    }

    private Optional<Objection> change(String old, String chosen) {
        return in(() -> users.changePassword("admin", old, chosen));
    }

    @Test
    void locksForHalfAnHourAfterTenFailuresInARow() {
        for (int i = 0; i < 9; i++) {
            assertThat(signIn("admin", "guess " + i)).isEqualTo(SignIn.WRONG);
        }
        assertThat(signIn("admin", first)).isEqualTo(SignIn.DONE);
        for (int i = 0; i < 10; i++) {
            assertThat(signIn("admin", "guess " + i)).isEqualTo(SignIn.WRONG);
        }
        assertThat(signIn("admin", first)).isEqualTo(SignIn.LOCKED);
        jdbc.sql("update app_user set locked_until = locked_until - interval '31' minute")
                .update();
        assertThat(signIn("admin", "guess")).isEqualTo(SignIn.WRONG);
        assertThat(signIn("admin", first)).isEqualTo(SignIn.DONE);
    }

    @Test
    void guessesAtTheChangeOfAPasswordCountAsWell() {
        for (int i = 0; i < 10; i++) {
            assertThat(change("guess " + i, GOOD)).contains(Objection.WRONG);
        }
        assertThat(change(first, GOOD)).contains(Objection.WRONG);
        assertThat(signIn("admin", first)).isEqualTo(SignIn.LOCKED);
        assertThat(jdbc.sql("select count(*) from audit_record where action = 'users.signInFailed'")
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void tellsNobodyWhetherAUserExists() {
        assertThat(signIn("nobody", first)).isEqualTo(SignIn.WRONG);
    }

    @Test
    void keepsSomebodyWhoCanManageUsers() {
        String password = in(() -> users.create(ADMIN, "li.na", "Li Na", Set.of(Role.REVIEWER, Role.OPS)));
        assertThat(signIn("li.na", password)).isEqualTo(SignIn.DONE);
        assertThat(users.all()).extracting(User::name).containsExactly("admin", "li.na");
        assertThatThrownBy(() -> change("admin", Set.of(Role.ADMIN), false))
                .hasMessageContaining("nobody would be left");
        assertThatThrownBy(() -> change("admin", Set.of(Role.VIEWER), true))
                .hasMessageContaining("nobody would be left");
        change("li.na", Set.of(Role.ADMIN), true);
        change("admin", Set.of(Role.ADMIN), false);
        assertThat(signIn("admin", first)).isEqualTo(SignIn.DISABLED);
        assertThat(users.find("li.na").orElseThrow().stamp()).isEqualTo(2);
    }

    private void change(String name, Set<Role> roles, boolean enabled) {
        transaction.executeWithoutResult(status -> users.change(ADMIN, name, roles, enabled));
    }

    @Test
    void refusesNamesThatCouldBeMistaken() {
        for (String name : new String[] {"Li.Na", "", "a b", "=1", "x".repeat(61)}) {
            assertThatThrownBy(() -> in(() -> users.create(ADMIN, name, "", Set.of(Role.VIEWER))))
                    .hasMessageContaining("is no user name");
        }
        assertThatThrownBy(() -> in(() -> users.create(ADMIN, "admin", "", Set.of(Role.VIEWER))))
                .hasMessageContaining("exists already");
        assertThatThrownBy(() -> in(() -> users.create(ADMIN, "6222021001000000001", "", Set.of(Role.VIEWER))))
                .hasMessageContaining("name: holds what looks like the full number");
        for (String shown : new String[] {"x".repeat(101), "Li\nNa", "Li 4111111111111111"}) {
            assertThatThrownBy(() -> in(() -> users.create(ADMIN, "li.na", shown, Set.of(Role.VIEWER))))
                    .hasMessageContaining("displayName: ");
        }
    }

    @Test
    void aNewPasswordLiftsTheLock() {
        for (int i = 0; i < 10; i++) {
            signIn("admin", "guess " + i);
        }
        String password = in(() -> users.resetPassword(ADMIN, "admin"));
        assertThat(signIn("admin", password)).isEqualTo(SignIn.DONE);
    }

    @Test
    void remembersEveryActAndNoPassword() {
        signIn("admin", "guess");
        signIn("admin", first);
        change(first, GOOD);
        assertThat(jdbc.sql("select actor || ' ' || action || ' ' || subject from audit_record order by record_no")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "system users.create admin",
                        "system users.signInFailed admin",
                        "admin users.signIn admin",
                        "admin users.changePassword admin");
        assertThat(jdbc.sql("select detail from audit_record")
                        .query(String.class)
                        .list())
                .noneMatch(detail -> detail.contains(first) || detail.contains(GOOD));
    }
}
