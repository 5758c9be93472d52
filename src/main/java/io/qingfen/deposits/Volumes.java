package io.qingfen.deposits;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What terminals cleared, from all parts of clearing. */
public interface Volumes {
    /** By terminal id, both dates included; a terminal without volume is absent. */
    Map<String, List<TerminalVolume>> of(Collection<String> terminalIds, LocalDate from, LocalDate to);
}
