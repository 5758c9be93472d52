package io.qingfen.scheme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reversals of a file with what they undo in the same file: together they move nothing. An original is found by trace number
 * and time, else by reference number and terminal, with the same amount the other way; each is used once.
 */
final class Netting {
    private static final int TRACE_AND_TIME = 16;
    /** Reversal and original, each to the other. */
    private final Map<SchemeRecord, SchemeRecord> partners = new IdentityHashMap<>();

    private Netting() {}

    static Netting of(List<SchemeRecord> records) {
        Netting netting = new Netting();
        List<SchemeRecord> reversals =
                records.stream().filter(SchemeRecord::isReversal).toList();
        if (!reversals.isEmpty()) {
            netting.net(records, reversals);
        }
        return netting;
    }

    boolean isNetted(SchemeRecord record) {
        return partners.containsKey(record);
    }

    /** The originals that were undone, in the order of the file. */
    List<SchemeRecord> originals(List<SchemeRecord> records) {
        return records.stream()
                .filter(record -> isNetted(record) && !record.isReversal())
                .toList();
    }

    private void net(List<SchemeRecord> records, List<SchemeRecord> reversals) {
        Map<String, Deque<SchemeRecord>> byTrace = new HashMap<>();
        Map<String, Deque<SchemeRecord>> byReference = new HashMap<>();
        for (SchemeRecord record : records) {
            if (!record.isReversal()) {
                add(byTrace, traceKey(record, tail(record.schemeRef()), record.amountMinor()), record);
                add(byReference, referenceKey(record, record.amountMinor()), record);
            }
        }
        List<SchemeRecord> left = new ArrayList<>();
        for (SchemeRecord reversal : reversals) {
            String key = traceKey(reversal, reversal.originalRef(), -reversal.amountMinor());
            if (!take(byTrace, key, reversal)) {
                left.add(reversal);
            }
        }
        for (SchemeRecord reversal : left) {
            take(byReference, referenceKey(reversal, -reversal.amountMinor()), reversal);
        }
    }

    private boolean take(Map<String, Deque<SchemeRecord>> originals, String key, SchemeRecord reversal) {
        Deque<SchemeRecord> waiting = key.isEmpty() ? null : originals.get(key);
        while (waiting != null && !waiting.isEmpty()) {
            SchemeRecord original = waiting.poll();
            if (!isNetted(original)) {
                partners.put(original, reversal);
                partners.put(reversal, original);
                return true;
            }
        }
        return false;
    }

    private static void add(Map<String, Deque<SchemeRecord>> originals, String key, SchemeRecord record) {
        if (!key.isEmpty()) {
            originals.computeIfAbsent(key, none -> new ArrayDeque<>()).add(record);
        }
    }

    /** Without a trace there is nothing to find it by. */
    private static String traceKey(SchemeRecord record, String trace, long minor) {
        return trace.length() < TRACE_AND_TIME || trace.chars().allMatch(c -> c == '0')
                ? ""
                : trace + "|" + record.terminalId() + "|" + minor;
    }

    private static String referenceKey(SchemeRecord record, long minor) {
        return record.rrn().isEmpty() ? "" : record.rrn() + "|" + record.terminalId() + "|" + minor;
    }

    /** The part of a record's key that its reversal names. */
    static String tail(String ref) {
        return ref.substring(Math.max(0, ref.length() - TRACE_AND_TIME));
    }
}
