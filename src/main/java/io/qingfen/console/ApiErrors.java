package io.qingfen.console;

import io.qingfen.run.Exit;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What goes wrong in the API is told as RFC 9457 says. */
@OnlyServing
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {Api.class, ApiReports.class, ApiWrites.class})
class ApiErrors extends ResponseEntityExceptionHandler {
    static final String ADDRESSES = "/api/";

    @ExceptionHandler(Refusal.class)
    ProblemDetail refused(Refusal refusal) {
        boolean unknown = refusal.exit() == Exit.USAGE_OR_REFERENCE;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT,
                refusal.problems().get(0));
        problem.setProperty("problems", refusal.problems());
        return problem;
    }

    /** For whoever is turned away before any handler is asked. */
    static void refuse(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(("{\"type\":\"about:blank\",\"title\":\"" + status.getReasonPhrase() + "\",\"status\":"
                                + status.value() + ",\"detail\":\"" + detail + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
