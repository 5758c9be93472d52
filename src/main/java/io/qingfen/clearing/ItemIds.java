package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.intake.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Ids of items, derived from where their records stood: {@code C20260212-01-88} is the capture in line 88 of the
 * terminal-batch file 01 of 2026-02-12, {@code A…} an authorization. A pair has its capture's id; so an item that is
 * judged twice, held and later resolved, keeps its id.
 */
public final class ItemIds {
    private final IntFunction<String> fileNames;
    private final Map<Integer, String> prefixes = new HashMap<>();

    /** @param fileNames name of an input file by number, for example {@code authorizations_20260212_01.csv} */
    public ItemIds(IntFunction<String> fileNames) {
        this.fileNames = fileNames;
    }

    /** One of the two may be null; the capture names the item when it is there. */
    public String of(Capture capture, Authorization authorization) {
        return capture != null ? of(capture) : of(authorization);
    }

    public String of(Capture capture) {
        return "C" + delivery(capture.source());
    }

    public String of(Authorization authorization) {
        return "A" + delivery(authorization.source());
    }

    /** For example {@code B20260212-01-2}: a batch header. */
    public String ofBatch(Source source) {
        return "B" + delivery(source);
    }

    private String delivery(Source source) {
        return prefixes.computeIfAbsent(source.file(), this::prefix) + source.line();
    }

    private String prefix(int file) {
        String name = fileNames.apply(file);
        int date = name.indexOf('_') + 1;
        int end = name.indexOf('.', date);
        return name.substring(date, end).replace('_', '-') + "-";
    }
}
