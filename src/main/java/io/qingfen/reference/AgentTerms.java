package io.qingfen.reference;

import io.qingfen.money.Rate;
import java.time.LocalDate;

/**
 * One version of what an agent earns: its ratio of what its merchants pay above the floor.
 *
 * @param effectiveFrom first business date of this version
 * @param floorRate of the volume: what of the fees is the acquirer's alone
 */
public record AgentTerms(String id, LocalDate effectiveFrom, Rate floorRate, Rate ratio) {}
