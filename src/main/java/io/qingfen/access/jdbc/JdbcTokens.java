package io.qingfen.access.jdbc;

import io.qingfen.access.Tokens;
import io.qingfen.access.User;
import io.qingfen.access.Users;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Table api_token. A secret of 256 random bits is not guessed, so a plain SHA-256 of it is enough; it is compared in
 * time that does not tell how much of it was right.
 */
@OnlyServing
@Component
class JdbcTokens implements Tokens {
    private static final Pattern SHAPE = Pattern.compile("qf_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final int MOST_DAYS = 365;
    private static final int LONGEST_LABEL = 60;
    private final JdbcClient jdbc;
    private final Users users;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    JdbcTokens(JdbcClient jdbc, Users users, Audit audit) {
        this.jdbc = jdbc;
        this.users = users;
        this.audit = audit;
    }

    private record Row(String user, String digest, long stamp) {}

    @Override
    @Transactional
    public String create(Actor who, String label, int days) {
        User user =
                users.find(who.name()).orElseThrow(() -> new Refusal(Exit.REFUSED, "tokens: there is no user " + who));
        String called = FreeText.withoutNumbersOfCards("label", label.strip());
        if (called.isEmpty()
                || called.length() > LONGEST_LABEL
                || called.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE, "a token needs a label of 1 to " + LONGEST_LABEL + " characters");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "a token lasts 1 to " + MOST_DAYS + " days");
        }
        String id = HexFormat.of().formatHex(bytes(ID_BYTES));
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        jdbc.sql("insert into api_token (token_id, user_name, label, digest, stamp, created_at, ends_at)"
                        + " values (?, ?, ?, ?, ?, current_timestamp, current_timestamp + " + days + " * interval '1'"
                        + " day)")
                .params(id, user.name(), called, sha256(secret), user.stamp())
                .update();
        audit.record(who, "tokens.create", id, called + ", for " + days + " days");
        return "qf_" + id + "_" + secret;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    @Transactional
    public void end(Actor who, String id) {
        int ended = jdbc.sql("update api_token set ended_at = current_timestamp where token_id = ? and user_name = ?"
                        + " and ended_at is null")
                .params(id, who.name())
                .update();
        if (ended == 0) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "you have no such token");
        }
        audit.record(who, "tokens.end", id, "");
    }

    @Override
    public List<Token> of(Actor who) {
        return jdbc.sql("select t.* from api_token t join app_user u on u.user_name = t.user_name"
                        + " where t.user_name = ? and t.stamp = u.stamp and t.ended_at is null"
                        + " and t.ends_at > current_timestamp order by t.created_at desc, t.token_id")
                .param(who.name())
                .query((row, no) -> new Token(
                        row.getString("token_id"),
                        row.getString("label"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public Optional<User> user(String token) {
        Matcher parts = SHAPE.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] digest = sha256(parts.group(2)).getBytes(StandardCharsets.US_ASCII);
        return jdbc.sql("select user_name, digest, stamp from api_token where token_id = ? and ended_at is null"
                        + " and ends_at > current_timestamp")
                .param(parts.group(1))
                .query((row, no) -> new Row(row.getString("user_name"), row.getString("digest"), row.getLong("stamp")))
                .optional()
                .filter(row -> MessageDigest.isEqual(digest, row.digest().getBytes(StandardCharsets.US_ASCII)))
                .flatMap(row -> users.find(row.user()).filter(user -> user.stamp() == row.stamp()))
                .filter(User::enabled);
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
