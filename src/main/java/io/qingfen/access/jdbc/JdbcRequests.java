package io.qingfen.access.jdbc;

import io.qingfen.access.Requests;
import io.qingfen.run.OnlyServing;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table api_request. Each act is a statement of its own: the key is taken before what is asked for begins. */
@OnlyServing
@Component
class JdbcRequests implements Requests {
    private static final int DAYS = 2;
    private final JdbcClient jdbc;

    JdbcRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String sha256, Answer answer) {}

    @Override
    public Begun begin(String userName, String key, String sha256) {
        jdbc.sql("delete from api_request where asked_at < current_timestamp - " + DAYS + " * interval '1' day")
                .update();
        try {
            jdbc.sql("insert into api_request (user_name, request_key, sha256, asked_at)"
                            + " values (?, ?, ?, current_timestamp)")
                    .params(userName, key, sha256)
                    .update();
            return new Begun(State.NEW, null);
        } catch (DuplicateKeyException taken) {
            return find(userName, key).map(row -> standing(row, sha256)).orElse(new Begun(State.UNANSWERED, null));
        }
    }

    private static Begun standing(Row row, String sha256) {
        if (!row.sha256().equals(sha256)) {
            return new Begun(State.OTHER, null);
        }
        return new Begun(row.answer() == null ? State.UNANSWERED : State.ANSWERED, row.answer());
    }

    private Optional<Row> find(String userName, String key) {
        return jdbc.sql("select sha256, status, content_type, body from api_request"
                        + " where user_name = ? and request_key = ?")
                .params(userName, key)
                .query((row, no) -> {
                    Integer status = row.getObject("status", Integer.class);
                    return new Row(
                            row.getString("sha256"),
                            status == null
                                    ? null
                                    : new Answer(status, row.getString("content_type"), row.getBytes("body")));
                })
                .optional();
    }

    @Override
    public void answered(String userName, String key, Answer answer) {
        jdbc.sql(
                        "update api_request set status = ?, content_type = ?, body = ? where user_name = ? and request_key = ?")
                .params(answer.status(), answer.contentType(), answer.body(), userName, key)
                .update();
    }

    @Override
    public void forget(String userName, String key) {
        jdbc.sql("delete from api_request where user_name = ? and request_key = ?")
                .params(userName, key)
                .update();
    }
}
