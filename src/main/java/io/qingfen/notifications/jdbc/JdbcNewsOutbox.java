package io.qingfen.notifications.jdbc;

import io.qingfen.notifications.Delivery;
import io.qingfen.notifications.Delivery.Channel;
import io.qingfen.notifications.News;
import io.qingfen.notifications.NewsOutbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables notification and notification_delivery; times are those of the database's clock. */
@Component
class JdbcNewsOutbox implements NewsOutbox {
    private static final int TEXT = 4000;
    private static final int PROBLEM = 1000;
    private static final String DUE = " where state = 'PENDING' and next_at <= current_timestamp";

    /** Longer than an attempt can take: who takes a delivery and dies leaves it to the next after this. */
    private static final String TAKEN = "current_timestamp + interval '120' second";

    private static final String NEWS =
            "select n.kind, n.job, n.business_date, n.recipient, n.text, d.channel, d.address, d.attempts, d.delivery_id"
                    + " from notification_delivery d join notification n on n.notification_no = d.notification_no";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcNewsOutbox(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void add(News news) {
        jdbc.sql("insert into notification (kind, job, business_date, recipient, text, state, created_at)"
                        + " values (?, ?, ?, ?, ?, 'NEW', current_timestamp)")
                .params(
                        news.kind(),
                        news.job(),
                        news.businessDate(),
                        news.recipient(),
                        cut(news.text().replace('\0', ' '), TEXT))
                .update();
    }

    @Override
    public boolean hasWork() {
        return exists("select 1 from notification where state = 'NEW' fetch first 1 rows only")
                || exists("select 1 from notification_delivery" + DUE + " fetch first 1 rows only");
    }

    private boolean exists(String sql) {
        return jdbc.sql(sql).query(Integer.class).optional().isPresent();
    }

    @Override
    public void address(Map<String, List<Address>> addresses) {
        jdbc.sql("update notification set state = 'OLD' where state = 'NEW'"
                        + " and created_at < current_timestamp - interval '3' day")
                .update();
        List<Unaddressed> waiting = jdbc.sql(
                        "select notification_no, recipient from notification where state = 'NEW' order by notification_no")
                .query((row, no) -> new Unaddressed(row.getLong(1), row.getString(2)))
                .list();
        waiting.forEach(
                news -> transaction.executeWithoutResult(status -> address(news, addresses.get(news.recipient()))));
    }

    private record Unaddressed(long number, String recipient) {}

    /** The state makes it once, whoever else does the same at this moment. */
    private void address(Unaddressed news, List<Address> addresses) {
        String state = addresses == null || addresses.isEmpty() ? "NOBODY" : "ADDRESSED";
        int mine = jdbc.sql("update notification set state = ? where notification_no = ? and state = 'NEW'")
                .params(state, news.number())
                .update();
        if (mine == 1 && addresses != null) {
            addresses.stream().distinct().forEach(one -> insert(news.number(), one));
        }
    }

    private void insert(long number, Address address) {
        jdbc.sql("insert into notification_delivery (delivery_id, notification_no, channel, address, state, attempts,"
                        + " next_at, problem) values (?, ?, ?, ?, 'PENDING', 0, current_timestamp, '')")
                .params(UUID.randomUUID().toString(), number, address.channel().name(), address.address())
                .update();
    }

    @Override
    public Optional<Delivery> take() {
        List<String> due = jdbc.sql("select delivery_id from notification_delivery" + DUE
                        + " order by next_at, delivery_id fetch first 20 rows only")
                .query(String.class)
                .list();
        return due.stream().filter(this::taken).findFirst().map(this::delivery);
    }

    private boolean taken(String id) {
        return jdbc.sql("update notification_delivery set attempts = attempts + 1, next_at = " + TAKEN + DUE
                                + " and delivery_id = ?")
                        .param(id)
                        .update()
                == 1;
    }

    private Delivery delivery(String id) {
        return jdbc.sql(NEWS + " where d.delivery_id = ?")
                .param(id)
                .query((row, no) -> new Delivery(
                        id,
                        Channel.valueOf(row.getString("channel")),
                        row.getString("address"),
                        row.getInt("attempts"),
                        news(row)))
                .single();
    }

    private static News news(ResultSet row) throws SQLException {
        return new News(
                row.getString("kind"),
                row.getString("job"),
                row.getObject("business_date", LocalDate.class),
                row.getString("recipient"),
                row.getString("text"));
    }

    @Override
    public void sent(Delivery delivery) {
        jdbc.sql("update notification_delivery set state = 'SENT', sent_at = current_timestamp, problem = ''"
                        + " where delivery_id = ? and state = 'PENDING'")
                .param(delivery.id())
                .update();
    }

    @Override
    public void failed(Delivery delivery, String problem, Optional<Duration> pause) {
        String next = pause.map(one -> "current_timestamp + interval '" + one.toSeconds() + "' second")
                .orElse("next_at");
        jdbc.sql("update notification_delivery set state = ?, next_at = " + next + ", problem = ?"
                        + " where delivery_id = ? and state = 'PENDING'")
                .params(pause.isPresent() ? "PENDING" : "GIVEN_UP", cut(problem, PROBLEM), delivery.id())
                .update();
    }

    @Override
    public List<Entry> latest(int most) {
        return jdbc.sql(
                        "select n.kind, n.job, n.business_date, n.recipient, n.text, coalesce(d.channel, '') as channel,"
                                + " coalesce(d.address, '') as address, coalesce(d.state, n.state) as state,"
                                + " coalesce(d.attempts, 0) as attempts, cast(coalesce(d.sent_at, n.created_at) as varchar) as happened,"
                                + " coalesce(d.problem, '') as problem from notification n"
                                + " left join notification_delivery d on d.notification_no = n.notification_no"
                                + " order by n.notification_no desc, d.channel, d.address fetch first " + most
                                + " rows only")
                .query((row, no) -> new Entry(
                        news(row),
                        row.getString("channel"),
                        row.getString("address"),
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("happened"),
                        row.getString("problem")))
                .list();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
