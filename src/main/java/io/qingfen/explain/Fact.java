package io.qingfen.explain;

/**
 * One thing that is known about an item.
 *
 * @param value a {@link String}, {@link Long}, {@link Boolean}, {@link java.time.LocalDate} or {@link
 *     io.qingfen.money.Money}
 */
public record Fact(String name, Object value) {}
