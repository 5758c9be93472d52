package io.qingfen.payouts;

/** How many payouts a bank file holds and what they sum up to, minor units. */
public record FileTotals(int count, long amountMinor) {}
