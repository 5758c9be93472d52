package io.qingfen.console;

import io.qingfen.access.Permission;
import java.util.List;
import org.springframework.http.HttpMethod;

/**
 * Which permission each page and act of the console asks for. What is not listed is closed; a test walks every handler
 * with every role.
 */
final class Doors {
    /** @param pattern of the path, as Spring matches it */
    record Door(HttpMethod method, String pattern, Permission permission) {}

    static final List<Door> ALL = List.of(
            new Door(HttpMethod.GET, "/", Permission.SEE),
            new Door(HttpMethod.GET, "/nights/{date}", Permission.SEE),
            new Door(HttpMethod.GET, "/nights/{date}/progress", Permission.SEE),
            new Door(HttpMethod.POST, "/nights/{date}/restart", Permission.OPERATE),
            new Door(HttpMethod.POST, "/nights/{date}/without-files", Permission.OPERATE),
            new Door(HttpMethod.GET, "/nights/{date}/again", Permission.SEE),
            new Door(HttpMethod.GET, "/nights/{date}/again/act", Permission.SEE),
            new Door(HttpMethod.POST, "/nights/{date}/again/preview", Permission.OPERATE),
            new Door(HttpMethod.POST, "/nights/{date}/again", Permission.OPERATE),
            new Door(HttpMethod.GET, "/jobs", Permission.SEE),
            new Door(HttpMethod.POST, "/jobs/{job}/pause", Permission.OPERATE),
            new Door(HttpMethod.POST, "/jobs/{job}/skip", Permission.OPERATE),
            new Door(HttpMethod.POST, "/jobs/{job}/resume", Permission.OPERATE),
            new Door(HttpMethod.GET, "/holds", Permission.SEE),
            new Door(HttpMethod.POST, "/holds", Permission.OPERATE),
            new Door(HttpMethod.POST, "/holds/{hold}/lift", Permission.OPERATE),
            new Door(HttpMethod.GET, "/nights/{date}/positions", Permission.SEE),
            new Door(HttpMethod.GET, "/nights/{date}/positions/{merchant}/{currency}", Permission.SEE),
            new Door(HttpMethod.GET, "/nights/{date}/trial-balance", Permission.SEE),
            new Door(HttpMethod.GET, "/nights/{date}/files", Permission.SEE),
            new Door(HttpMethod.GET, "/nights/{date}/file", Permission.DOWNLOAD),
            new Door(HttpMethod.GET, "/nights/{date}/report", Permission.SEE),
            new Door(HttpMethod.GET, "/transactions", Permission.SEE),
            new Door(HttpMethod.GET, "/what-if", Permission.SEE),
            new Door(HttpMethod.GET, "/what-if/act", Permission.SEE),
            new Door(HttpMethod.POST, "/what-if", Permission.CORRECT_FEES),
            new Door(HttpMethod.POST, "/what-if/propose", Permission.CORRECT_FEES),
            new Door(HttpMethod.GET, "/adjustments", Permission.SEE),
            new Door(HttpMethod.GET, "/adjustments/{adjustment}", Permission.SEE),
            new Door(HttpMethod.POST, "/adjustments/{adjustment}/approve", Permission.APPROVE_CORRECTION),
            new Door(HttpMethod.POST, "/adjustments/{adjustment}/reject", Permission.APPROVE_CORRECTION),
            new Door(HttpMethod.POST, "/adjustments/{adjustment}/withdraw", Permission.CORRECT_FEES),
            new Door(HttpMethod.GET, "/nights/{date}/reports/{report}", Permission.SEE),
            new Door(HttpMethod.GET, "/nights/{date}/reports/{report}/file", Permission.DOWNLOAD),
            new Door(HttpMethod.GET, "/nights/{date}/reports/{report}/sha256", Permission.DOWNLOAD),
            new Door(HttpMethod.GET, "/dictionary", Permission.SEE),
            new Door(HttpMethod.GET, "/explain", Permission.SEE),
            new Door(HttpMethod.GET, "/merchants", Permission.SEE),
            new Door(HttpMethod.GET, "/merchants/{merchant}", Permission.SEE),
            new Door(HttpMethod.GET, "/merchants/{merchant}/statement", Permission.DOWNLOAD),
            new Door(HttpMethod.GET, "/audit", Permission.AUDIT),
            new Door(HttpMethod.GET, "/api/openapi.yaml", Permission.SEE),
            new Door(HttpMethod.GET, "/api/nights", Permission.SEE),
            new Door(HttpMethod.GET, "/api/nights/{date}", Permission.SEE),
            new Door(HttpMethod.GET, "/api/nights/{date}/positions", Permission.SEE),
            new Door(HttpMethod.GET, "/api/nights/{date}/positions/{merchant}/{currency}", Permission.SEE),
            new Door(HttpMethod.GET, "/api/nights/{date}/trial-balance", Permission.SEE),
            new Door(HttpMethod.GET, "/api/nights/{date}/files", Permission.SEE),
            new Door(HttpMethod.GET, "/api/transactions", Permission.SEE),
            new Door(HttpMethod.GET, "/api/nights/{date}/reports/{report}", Permission.SEE),
            new Door(HttpMethod.GET, "/api/cases", Permission.SEE),
            new Door(HttpMethod.GET, "/api/cases/{id}", Permission.SEE),
            new Door(HttpMethod.POST, "/api/cases/{id}/propose", Permission.DECIDE),
            new Door(HttpMethod.POST, "/api/cases/{id}/approve", Permission.APPROVE_DECISION),
            new Door(HttpMethod.POST, "/api/cases/{id}/reject", Permission.APPROVE_DECISION),
            new Door(HttpMethod.GET, "/api/releases/{date}", Permission.SEE),
            new Door(HttpMethod.POST, "/api/releases/{date}/propose", Permission.PROPOSE_RELEASE),
            new Door(HttpMethod.POST, "/api/releases/{date}/withdraw", Permission.PROPOSE_RELEASE),
            new Door(HttpMethod.POST, "/api/releases/{date}/approve", Permission.APPROVE_RELEASE),
            new Door(HttpMethod.GET, "/tokens", Permission.SEE),
            new Door(HttpMethod.POST, "/tokens", Permission.SEE),
            new Door(HttpMethod.POST, "/tokens/{token}/end", Permission.SEE),
            new Door(HttpMethod.GET, "/api/merchants", Permission.SEE),
            new Door(HttpMethod.GET, "/api/merchants/{merchant}", Permission.SEE),
            new Door(HttpMethod.GET, "/api/audit", Permission.AUDIT),
            new Door(HttpMethod.GET, "/cases", Permission.SEE),
            new Door(HttpMethod.GET, "/cases/many", Permission.SEE),
            new Door(HttpMethod.POST, "/cases/many", Permission.DECIDE),
            new Door(HttpMethod.GET, "/cases/selections/{selection}", Permission.SEE),
            new Door(HttpMethod.POST, "/cases/selections/{selection}/approve", Permission.APPROVE_DECISION),
            new Door(HttpMethod.POST, "/cases/selections/{selection}/reject", Permission.APPROVE_DECISION),
            new Door(HttpMethod.POST, "/views", Permission.KEEP_VIEWS),
            new Door(HttpMethod.POST, "/views/{view}/forget", Permission.KEEP_VIEWS),
            new Door(HttpMethod.GET, "/cases/{id}", Permission.SEE),
            new Door(HttpMethod.POST, "/cases/{id}/preview", Permission.DECIDE),
            new Door(HttpMethod.POST, "/cases/{id}/propose", Permission.DECIDE),
            new Door(HttpMethod.POST, "/cases/{id}/back", Permission.DECIDE),
            new Door(HttpMethod.POST, "/cases/{id}/comment", Permission.DECIDE),
            new Door(HttpMethod.POST, "/cases/{id}/assign", Permission.DECIDE),
            new Door(HttpMethod.POST, "/cases/{id}/approve", Permission.APPROVE_DECISION),
            new Door(HttpMethod.POST, "/cases/{id}/reject", Permission.APPROVE_DECISION),
            new Door(HttpMethod.GET, "/payouts/{date}", Permission.SEE),
            new Door(HttpMethod.POST, "/payouts/{date}/propose", Permission.PROPOSE_RELEASE),
            new Door(HttpMethod.POST, "/payouts/{date}/withdraw", Permission.PROPOSE_RELEASE),
            new Door(HttpMethod.POST, "/payouts/{date}/out", Permission.PROPOSE_RELEASE),
            new Door(HttpMethod.POST, "/payouts/{date}/sent", Permission.PROPOSE_RELEASE),
            new Door(HttpMethod.POST, "/payouts/{date}/approve", Permission.APPROVE_RELEASE),
            new Door(HttpMethod.GET, "/users", Permission.MANAGE_USERS),
            new Door(HttpMethod.POST, "/users", Permission.MANAGE_USERS),
            new Door(HttpMethod.POST, "/users/{name}", Permission.MANAGE_USERS),
            new Door(HttpMethod.POST, "/users/{name}/password", Permission.MANAGE_USERS));

    /** Open to everybody: signing in, what its page looks like, and figures for monitoring on this machine. */
    static final String[] OPEN = {"/sign-in", "/static/**", "/metrics", "/error"};

    /** For whoever has signed in, also before the first password is changed. */
    static final String[] OWN = {"/password", "/sign-out"};

    private Doors() {}
}
