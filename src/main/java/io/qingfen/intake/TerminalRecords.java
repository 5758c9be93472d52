package io.qingfen.intake;

import io.qingfen.reference.Terminal;
import java.util.List;

/**
 * Everything accepted today for one terminal, each list in the order of its sources.
 *
 * <p>A capture belongs to the last batch before it in source order.
 */
public record TerminalRecords(
        Terminal terminal, List<TerminalBatch> batches, List<Capture> captures, List<Authorization> authorizations) {}
