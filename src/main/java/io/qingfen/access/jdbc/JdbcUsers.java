package io.qingfen.access.jdbc;

import io.qingfen.access.LockOut;
import io.qingfen.access.PasswordRule;
import io.qingfen.access.PasswordRule.Objection;
import io.qingfen.access.Role;
import io.qingfen.access.User;
import io.qingfen.access.Users;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Table app_user; passwords as bcrypt. */
@OnlyServing
@Component
class JdbcUsers implements Users {
    private static final Pattern NAME = Pattern.compile("[a-z0-9._@-]{1,60}");
    private static final String COLUMNS =
            "user_name, display_name, roles, enabled, must_change_password, stamp, external from app_user";
    private static final int LONGEST_DISPLAY_NAME = 100;
    private static final int PASSWORD_BYTES = 18;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final SecureRandom random = new SecureRandom();
    /** Compared when there is no such user, so that the answer takes as long. */
    private final String nobody = encoder.encode("nobody has this password");

    JdbcUsers(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    private record Row(String name, String hash, boolean enabled, int failures, Instant lockedUntil, Instant now) {}

    @Override
    public Optional<User> find(String name) {
        return jdbc.sql("select " + COLUMNS + " where user_name = ?")
                .param(small(name))
                .query(JdbcUsers::user)
                .optional();
    }

    @Override
    public List<User> all() {
        return jdbc.sql("select " + COLUMNS + " order by user_name")
                .query(JdbcUsers::user)
                .list();
    }

    private static User user(ResultSet row, int number) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(row.getString("roles").split(","))
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .forEach(roles::add);
        return new User(
                row.getString("user_name"),
                row.getString("display_name"),
                roles,
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                row.getLong("stamp"),
                row.getBoolean("external"));
    }

    @Override
    @Transactional
    public Optional<String> createFirst(String name) {
        lockAudit();
        if (!all().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(insert(Actor.SYSTEM, name, name, Set.of(Role.ADMIN)));
    }

    /** Two processes that start at once make one administrator: both add to the audit chain, one after the other. */
    private void lockAudit() {
        jdbc.sql("select record_no from audit_head where name = 'audit' for update")
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional
    public String create(Actor by, String name, String displayName, Set<Role> roles) {
        requireName(name);
        FreeText.line("displayName", displayName, LONGEST_DISPLAY_NAME);
        lockAudit();
        if (find(name).isPresent()) {
            throw refused("user " + name + " exists already");
        }
        return insert(by, name, displayName, roles);
    }

    /** Nobody is called as the night is. */
    private static void requireName(String name) {
        FreeText.withoutNumbersOfCards("name", name);
        boolean fits = NAME.matcher(name).matches() && Actor.isName(name);
        if (!fits || Actor.SYSTEM.isSamePersonAs(new Actor(name))) {
            throw refused("'" + name.replaceAll("[^ -~]", "?") + "' is no user name: 1 to 60 of a-z 0-9 . _ @ -");
        }
    }

    private String insert(Actor by, String name, String displayName, Set<Role> roles) {
        String password = newPassword();
        insert(name, displayName, password, roles, false);
        audit.record(by, "users.create", name, "roles " + text(roles));
        return password;
    }

    private void insert(String name, String displayName, String password, Set<Role> roles, boolean external) {
        jdbc.sql("insert into app_user (user_name, display_name, password_hash, roles, enabled, must_change_password,"
                        + " stamp, failures, created_at, external)"
                        + " values (?, ?, ?, ?, true, ?, 1, 0, current_timestamp, ?)")
                .params(name, displayName, encoder.encode(password), text(roles), !external, external)
                .update();
    }

    @Override
    @Transactional
    public User external(String name, String displayName, Set<Role> roles) {
        String user = small(name);
        requireName(user);
        lockAudit();
        Optional<User> before = find(user);
        if (before.isEmpty()) {
            // Nobody is told this password: nobody signs in with it.
            insert(user, displayName, newPassword(), roles, true);
            audit.record(Actor.SYSTEM, "users.create", user, "by the identity provider, roles " + text(roles));
        } else {
            requireOfTheProvider(before.get());
            follow(before.get(), roles);
        }
        audit.record(new Actor(user), "users.signIn", user, "by the identity provider");
        return find(user).orElseThrow();
    }

    private static void requireOfTheProvider(User user) {
        if (!user.external()) {
            throw refused(user.name() + " has a password here and is not taken over by the identity provider");
        }
        if (!user.enabled()) {
            throw refused(user.name() + " is disabled");
        }
    }

    private void follow(User before, Set<Role> roles) {
        if (before.roles().equals(roles)) {
            return;
        }
        jdbc.sql("update app_user set roles = ?, stamp = stamp + 1 where user_name = ?")
                .params(text(roles), before.name())
                .update();
        String detail = "by the identity provider, roles " + text(before.roles()) + " -> " + text(roles);
        audit.record(Actor.SYSTEM, "users.change", before.name(), detail);
    }

    @Override
    @Transactional
    public SignIn signIn(String name, String password) {
        return attempt(name, password, "users.signIn");
    }

    @Override
    @Transactional
    public SignIn confirm(String name, String password) {
        return attempt(name, password, "users.confirm");
    }

    private SignIn attempt(String name, String password, String action) {
        SignIn came = attempt(name, password);
        if (came == SignIn.DONE) {
            audit.record(new Actor(small(name)), action, small(name), "");
        }
        return came;
    }

    private SignIn attempt(String name, String password) {
        Optional<Row> found = jdbc.sql("select user_name, password_hash, enabled, failures, locked_until,"
                        + " current_timestamp as now_at from app_user where user_name = ? for update")
                .param(small(name))
                .query((row, number) -> new Row(
                        row.getString("user_name"),
                        row.getString("password_hash"),
                        row.getBoolean("enabled"),
                        row.getInt("failures"),
                        instant(row, "locked_until"),
                        instant(row, "now_at")))
                .optional();
        boolean right = encoder.matches(password, found.map(Row::hash).orElse(nobody));
        if (found.isEmpty()) {
            return SignIn.WRONG;
        }
        Row row = found.get();
        if (row.lockedUntil() != null && row.lockedUntil().isAfter(row.now())) {
            return SignIn.LOCKED;
        }
        if (!right) {
            failed(row);
            return SignIn.WRONG;
        }
        if (!row.enabled()) {
            return SignIn.DISABLED;
        }
        jdbc.sql("update app_user set failures = 0, locked_until = null where user_name = ?")
                .param(row.name())
                .update();
        return SignIn.DONE;
    }

    /** A lock that has ended starts the count anew. */
    private void failed(Row row) {
        int failures = row.lockedUntil() == null ? row.failures() + 1 : 1;
        Instant until = LockOut.until(failures, row.now());
        jdbc.sql("update app_user set failures = ?, locked_until = ? where user_name = ?")
                .params(failures, until == null ? null : OffsetDateTime.ofInstant(until, ZoneOffset.UTC), row.name())
                .update();
        audit.record(Actor.SYSTEM, "users.signInFailed", row.name(), "in a row: " + failures);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    @Override
    @Transactional
    public Optional<Objection> changePassword(String name, String old, String chosen) {
        String user = small(name);
        find(user).orElseThrow(() -> unknown(name));
        if (attempt(user, old) != SignIn.DONE) {
            return Optional.of(Objection.WRONG);
        }
        if (chosen.equals(old)) {
            return Optional.of(Objection.SAME);
        }
        Optional<Objection> objection = PasswordRule.objection(user, chosen);
        if (objection.isEmpty()) {
            jdbc.sql("update app_user set password_hash = ?, must_change_password = false, stamp = stamp + 1"
                            + " where user_name = ?")
                    .params(encoder.encode(chosen), user)
                    .update();
            audit.record(new Actor(user), "users.changePassword", user, "");
        }
        return objection;
    }

    @Override
    @Transactional
    public void change(Actor by, String name, Set<Role> roles, boolean enabled) {
        lockAudit();
        User before = find(name).orElseThrow(() -> unknown(name));
        jdbc.sql("update app_user set roles = ?, enabled = ?, stamp = stamp + 1 where user_name = ?")
                .params(text(roles), enabled, before.name())
                .update();
        boolean managed =
                all().stream().anyMatch(user -> user.enabled() && user.roles().contains(Role.ADMIN));
        if (!managed) {
            throw refused("nobody would be left who can manage users; make another ADMIN first");
        }
        audit.record(
                by,
                "users.change",
                before.name(),
                "roles " + text(before.roles()) + " -> " + text(roles) + ", enabled " + before.enabled() + " -> "
                        + enabled);
    }

    @Override
    @Transactional
    public String resetPassword(Actor by, String name) {
        User user = find(name).orElseThrow(() -> unknown(name));
        if (user.external()) {
            throw refused(user.name() + " has no password here: the identity provider says who it is");
        }
        String password = newPassword();
        jdbc.sql("update app_user set password_hash = ?, must_change_password = true, failures = 0,"
                        + " locked_until = null, stamp = stamp + 1 where user_name = ?")
                .params(encoder.encode(password), user.name())
                .update();
        audit.record(by, "users.resetPassword", user.name(), "");
        return password;
    }

    private String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Refusal unknown(String name) {
        return refused("there is no user " + name);
    }

    private static Refusal refused(String why) {
        return new Refusal(Exit.REFUSED, "users: " + why);
    }
}
