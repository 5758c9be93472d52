package io.qingfen.intake;

/** Takes the terminals of a range, one after the other. */
public interface TerminalConsumer {
    void add(TerminalRecords records);

    void add(LargeTerminal terminal);
}
