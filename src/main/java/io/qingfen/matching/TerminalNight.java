package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.reference.Terminal;
import java.util.List;

/**
 * What takes part in one terminal's night, each list in order of appearance.
 *
 * @param captures today's captures of those batches
 * @param authorizations all of today's
 * @param open open items that still join today, and reversals whose waiting ended yesterday
 */
public record TerminalNight(
        Terminal terminal, List<Capture> captures, List<Authorization> authorizations, List<OpenItem> open) {}
