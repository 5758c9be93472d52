package io.qingfen.scheme;

/** Takes what a file holds, in its order. */
public interface RecordSink {
    void add(SchemeRecord record);

    void add(Dispute dispute);
}
