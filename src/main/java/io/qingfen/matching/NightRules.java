package io.qingfen.matching;

import io.qingfen.calendar.CutOff;
import io.qingfen.intake.Authorization;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What matching needs to know of the date besides the records.
 *
 * @param previousCutOff first local second after the previous business date, seconds since 1970-01-01T00:00:00
 */
public record NightRules(LocalDate businessDate, Snapshot snapshot, long previousCutOff) {

    public static NightRules of(LocalDate businessDate, Snapshot snapshot) {
        CutOff cutOff = new CutOff(snapshot.settings().cutOff());
        return new NightRules(
                businessDate, snapshot, cutOff.endOf(businessDate.minusDays(1)).toEpochSecond(ZoneOffset.UTC));
    }

    public Outcome outcome(Authorization authorization) {
        return Outcome.of(snapshot.responseCode(authorization.responseCode()));
    }

    /** Approved, but to be checked: opens DEFECTIVE_APPROVAL. */
    public boolean isDefective(Authorization authorization) {
        ResponseCode code = snapshot.responseCode(authorization.responseCode());
        return code != null && code.outcome() == ResponseCode.Outcome.APPROVED_DEFECT;
    }

    /** Last business date on which something open since {@code first} still joins. */
    public LocalDate joinsUntil(LocalDate first) {
        return first.plusDays(snapshot.settings().carryDays());
    }
}
