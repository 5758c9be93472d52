package io.qingfen.bench;

/**
 * One run of one contender.
 *
 * @param seconds from the start of its process to its result
 * @param whole for Qingfen, the whole night with all its files; else the same as seconds
 * @param memory peak of all processes together, MiB
 */
record Measured(String contender, int pairs, double seconds, double whole, long memory, Outcome outcome) {}
