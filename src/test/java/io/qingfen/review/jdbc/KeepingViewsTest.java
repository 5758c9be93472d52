package io.qingfen.review.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.review.SavedViews;
import io.qingfen.review.SavedViews.View;
import io.qingfen.run.Actor;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.TestAudit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@OnBothDatabases
class KeepingViewsTest {
    private static final Actor MEI = new Actor("mei");
    private static final Actor JUN = new Actor("jun");
    private final SavedViews views;

    KeepingViewsTest(TestDatabase database) {
        DataSource books = database.fresh();
        views = new StoredViews(JdbcClient.create(books), TestAudit.on(books), new JdbcTransactionManager(books));
    }

    @Test
    void showsTheOwnOnesFirstAndWhatOthersShare() {
        views.save(JUN, "a shared one", "kind=UNPRICED", true);
        views.save(JUN, "a secret one", "", false);
        views.save(MEI, "z of mine", "merchant=M1", false);
        assertThat(views.of(MEI)).extracting(View::name).containsExactly("z of mine", "a shared one");
        views.save(MEI, "z of mine", "merchant=M2", true);
        assertThat(views.of(MEI)).extracting(View::query).containsExactly("merchant=M2", "kind=UNPRICED");
    }

    @Test
    void isForgottenByItsOwnerAlone() {
        View kept = views.save(MEI, "mine", "", true);
        assertThatThrownBy(() -> views.forget(JUN, kept.number())).isInstanceOf(Refusal.class);
        views.forget(MEI, kept.number());
        assertThat(views.of(MEI)).isEmpty();
        assertThatThrownBy(() -> views.save(MEI, " ", "", true)).isInstanceOf(Refusal.class);
    }

    @Test
    void keepsNoFullNumberOfACard() {
        assertThatThrownBy(() -> views.save(MEI, "this card", "search=4111+1111+1111+1111", false))
                .hasMessageContaining("search: holds what looks like the full number");
        assertThat(views.of(MEI)).isEmpty();
    }
}
