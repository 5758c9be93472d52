package io.qingfen.console;

import io.qingfen.run.Exit;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What goes wrong in the API is told as RFC 9457 says. */
@OnlyServing
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(assignableTypes = {Api.class, ApiReports.class, ApiWrites.class})
class ApiErrors extends ResponseEntityExceptionHandler {
    static final String ADDRESSES = "/api/";
    static final String NOT_UNDERSTOOD = "one of the values was not understood";
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler(Refusal.class)
    ProblemDetail refused(Refusal refusal, HttpServletRequest request) {
        HttpStatus wrong = request.getMethod().equals("GET") ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                refusal.exit() == Exit.USAGE_OR_REFERENCE ? wrong : HttpStatus.CONFLICT,
                refusal.problems().get(0));
        problem.setProperty("problems", refusal.problems());
        return problem;
    }

    /** A value is read, and turned away, when somebody asks for it. */
    @ExceptionHandler(RequestRejectedException.class)
    ProblemDetail turnedAway() {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, NOT_UNDERSTOOD);
    }

    /** What went wrong stands in the log; whoever asked need not know what the program is made of. */
    @ExceptionHandler(Exception.class)
    ProblemDetail broken(Exception fault, HttpServletRequest request) {
        LOG.error("{} {} broke off", request.getMethod(), request.getRequestURI(), fault);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "something went wrong here; the log of the program says what");
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
