package io.qingfen.review.jdbc;

import io.qingfen.review.SavedViews;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Table case_view. */
@Component
class StoredViews implements SavedViews {
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 500;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final TransactionTemplate transaction;

    StoredViews(JdbcClient jdbc, Audit audit, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<View> of(Actor who) {
        return jdbc.sql("select * from case_view where owner = ? or shared"
                        + " order by case when owner = ? then 0 else 1 end, view_name, owner")
                .params(who.name(), who.name())
                .query(StoredViews::view)
                .list();
    }

    private static View view(ResultSet row, int no) throws SQLException {
        return new View(
                row.getLong("view_no"),
                row.getString("owner"),
                row.getString("view_name"),
                row.getString("query"),
                row.getBoolean("shared"));
    }

    @Override
    public View save(Actor who, String name, String query, boolean shared) {
        String called = FreeText.withoutNumbersOfCards("name", name.strip());
        FreeText.withoutNumbersOfCards("search", URLDecoder.decode(query, StandardCharsets.UTF_8));
        boolean readable = called.chars().noneMatch(Character::isISOControl);
        if (called.isEmpty() || called.length() > LONGEST_NAME || query.length() > LONGEST_QUERY || !readable) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE, "a view needs a name of 1 to " + LONGEST_NAME + " characters on one line");
        }
        return transaction.execute(status -> {
            // from here on nobody else can keep a view
            audit.record(who, "views.save", called, (shared ? "shared: " : "own: ") + query);
            jdbc.sql("delete from case_view where owner = ? and view_name = ?")
                    .params(who.name(), called)
                    .update();
            requireFew(who);
            long number = jdbc.sql("select coalesce(max(view_no), 0) + 1 from case_view")
                    .query(Long.class)
                    .single();
            jdbc.sql("insert into case_view (view_no, owner, view_name, query, shared, saved_at)"
                            + " values (?, ?, ?, ?, ?, current_timestamp)")
                    .params(number, who.name(), called, query, shared)
                    .update();
            return new View(number, who.name(), called, query, shared);
        });
    }

    private void requireFew(Actor who) {
        long own = jdbc.sql("select count(*) from case_view where owner = ?")
                .param(who.name())
                .query(Long.class)
                .single();
        if (own >= MOST) {
            throw new Refusal(Exit.REFUSED, "you keep " + MOST + " views already; forget one first");
        }
    }

    @Override
    public void forget(Actor who, long number) {
        transaction.executeWithoutResult(status -> {
            String name = jdbc.sql("select view_name from case_view where view_no = ? and owner = ? for update")
                    .params(number, who.name())
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> new Refusal(
                            Exit.USAGE_OR_REFERENCE, "you keep no such view; those of others are theirs to forget"));
            jdbc.sql("delete from case_view where view_no = ?").param(number).update();
            audit.record(who, "views.forget", name, "");
        });
    }
}
