package io.qingfen.review;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody wants to be done with a case.
 *
 * @param with the case of the other record, for LINK and only there
 * @param until the date on which the case is open again, for WAIT and only there
 */
public record Proposal(
        String caseId, Resolution resolution, Optional<String> with, Optional<LocalDate> until, String comment) {}
