package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.access.Requests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What becomes of a key that a program names, by how its request ended. */
class AskingOnceTest {
    private final Remembered remembered = new Remembered();
    private int acts;

    @Test
    void whatWasAnsweredIsAnsweredAgainAndNotDoneAgain() throws Exception {
        assertThat(ask(ending(201)).getStatus()).isEqualTo(201);

        MockHttpServletResponse again = ask(ending(201));

        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString()).isEqualTo("done");
        assertThat(acts).isEqualTo(1);
    }

    @Test
    void aRefusalIsAnsweredAgain() throws Exception {
        ask(ending(409));

        assertThat(ask(ending(201)).getStatus()).isEqualTo(409);
        assertThat(acts).isEqualTo(1);
    }

    @Test
    void afterAFaultNobodyKnowsWhetherItWasDoneSoItIsNotDoneAgain() throws Exception {
        ask(ending(500));

        assertThat(ask(ending(201)).getStatus()).isEqualTo(409);
        assertThat(acts).isEqualTo(1);
    }

    @Test
    void afterAnExceptionItIsNotDoneAgainEither() throws Exception {
        assertThatThrownBy(() -> ask((request, response) -> {
                    acts++;
                    throw new ServletException("the connection broke");
                }))
                .hasMessage("the connection broke");

        assertThat(ask(ending(201)).getStatus()).isEqualTo(409);
        assertThat(acts).isEqualTo(1);
    }

    @Test
    void whoeverWasTurnedAwayMayAskAgainUnderTheSameKey() throws Exception {
        for (int turnedAway : new int[] {401, 403, 429}) {
            assertThat(ask(ending(turnedAway)).getStatus()).isEqualTo(turnedAway);
        }

        assertThat(ask(ending(201)).getStatus()).isEqualTo(201);
    }

    private FilterChain ending(int status) {
        return (request, response) -> {
            acts++;
            ((HttpServletResponse) response).setStatus(status);
            response.getOutputStream().write("done".getBytes(StandardCharsets.UTF_8));
        };
    }

    private MockHttpServletResponse ask(FilterChain chain) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/releases/2026-03-02/approve");
        request.setServletPath(request.getRequestURI());
        request.addHeader(AskedOnce.KEY, "release-of-monday");
        request.setUserPrincipal(() -> "li.na");
        request.setContent("{}".getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse response = new MockHttpServletResponse();
        new AskedOnce(remembered).doFilter(request, response, chain);
        return response;
    }

    private static final class Remembered implements Requests {
        private final Map<String, Answer> byKey = new HashMap<>();

        @Override
        public Begun begin(String userName, String key, String sha256) {
            if (!byKey.containsKey(key)) {
                byKey.put(key, null);
                return new Begun(State.NEW, null);
            }
            Answer answer = byKey.get(key);
            return new Begun(answer == null ? State.UNANSWERED : State.ANSWERED, answer);
        }

        @Override
        public void answered(String userName, String key, Answer answer) {
            byKey.put(key, answer);
        }

        @Override
        public void forget(String userName, String key) {
            byKey.remove(key);
        }
    }
}
