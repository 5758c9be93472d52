package io.qingfen.verify;

import java.time.LocalDate;

/** A terminal as the frozen {@code terminals.csv} has it; policy is empty and returnedOn null without. */
public record TerminalFacts(String id, String merchantId, LocalDate activatedOn, String policy, LocalDate returnedOn) {}
