package io.qingfen.access.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.access.Requests;
import io.qingfen.access.Requests.Answer;
import io.qingfen.access.Requests.State;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class KeepingRequestsTest {
    private final JdbcClient jdbc;
    private final Requests requests;

    KeepingRequestsTest(TestDatabase database) {
        jdbc = JdbcClient.create(database.fresh());
        requests = new JdbcRequests(jdbc);
    }

    @Test
    void answersTheSameRequestTheSameAndNoOther() {
        assertThat(requests.begin("li.na", "k1", "a").state()).isEqualTo(State.NEW);
        assertThat(requests.begin("li.na", "k1", "a").state()).isEqualTo(State.UNANSWERED);
        assertThat(requests.begin("li.na", "k1", "b").state()).isEqualTo(State.OTHER);
        assertThat(requests.begin("wang", "k1", "b").state())
                .as("keys of another person")
                .isEqualTo(State.NEW);
        byte[] body = "{\"说\": 1}".getBytes(StandardCharsets.UTF_8);
        requests.answered("li.na", "k1", new Answer(409, "application/problem+json", body));
        Requests.Begun again = requests.begin("li.na", "k1", "a");
        assertThat(again.state()).isEqualTo(State.ANSWERED);
        assertThat(again.answer().status()).isEqualTo(409);
        assertThat(again.answer().contentType()).isEqualTo("application/problem+json");
        assertThat(again.answer().body()).isEqualTo(body);
        assertThat(requests.begin("li.na", "k1", "b").state()).isEqualTo(State.OTHER);
        assertThat(requests.begin("wang", "k1", "b").state()).isEqualTo(State.UNANSWERED);
    }

    @Test
    void whatCameToNothingAndWhatIsOldMayBeAskedAgain() {
        requests.begin("li.na", "k1", "a");
        requests.forget("li.na", "k1");
        assertThat(requests.begin("li.na", "k1", "b").state()).isEqualTo(State.NEW);
        jdbc.sql("update api_request set asked_at = asked_at - interval '47' hour")
                .update();
        assertThat(requests.begin("li.na", "k1", "b").state()).isEqualTo(State.UNANSWERED);
        jdbc.sql("update api_request set asked_at = asked_at - interval '2' hour")
                .update();
        assertThat(requests.begin("li.na", "k1", "b").state()).isEqualTo(State.NEW);
    }
}
