package io.qingfen.reference;

import java.time.LocalDate;
import java.util.List;

/** One part of what the acquirer pays for a transaction (ISSUER, NETWORK), one version. Each part rounds by itself. */
public record CostComponent(String id, LocalDate effectiveFrom, List<FeeRule> rules) {}
