package io.qingfen.cli;

import io.qingfen.review.CaseKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The review queue as the command line reads it. */
public interface CaseList {
    /** Most money first, then oldest, then id. */
    List<Item> list(Filter filter);

    Optional<Item> find(String caseId);

    /**
     * Which cases.
     *
     * @param closedToo otherwise open ones only
     */
    record Filter(Optional<CaseKind> kind, Optional<String> merchantId, boolean closedToo, int limit) {}

    /**
     * One case; texts are empty and amounts null where it has none.
     *
     * @param exposureMinor money at stake, never negative
     * @param captureSource file:line of the slip
     * @param authorizationSource file:line of the authorization
     */
    record Item(
            String id,
            LocalDate openedOn,
            String state,
            CaseKind kind,
            String resolution,
            LocalDate closedOn,
            String merchantId,
            String terminalId,
            String batchNo,
            String traceNo,
            String rrn,
            Long capturedMinor,
            Long authorizedMinor,
            String currency,
            String responseCode,
            long exposureMinor,
            String captureSource,
            String authorizationSource) {}
}
