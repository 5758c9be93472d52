package io.qingfen.reference.batch;

import io.qingfen.reference.ReferenceCheck.Report;
import io.qingfen.reference.Snapshot;
import java.util.Optional;

/**
 * The outcome of reading the reference files as a whole.
 *
 * @param snapshot present exactly when the report has no problems
 */
public record Reading(Optional<Snapshot> snapshot, Report report) {}
