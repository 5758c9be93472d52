package io.qingfen.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.qingfen.run.CardNumbers;
import java.util.ArrayList;
import java.util.List;

/** An exception with its causes as lines whose texts cannot pass for lines of their own. */
final class Thrown {
    private static final int FRAMES = 30;
    private static final int CAUSES = 8;

    private Thrown() {}

    static List<String> lines(IThrowableProxy thrown) {
        List<String> lines = new ArrayList<>();
        IThrowableProxy one = thrown;
        for (int depth = 0; one != null && depth < CAUSES; depth++) {
            add(lines, depth == 0 ? "" : "Caused by: ", one);
            one = one.getCause();
        }
        return lines;
    }

    static String text(IThrowableProxy thrown) {
        String message = thrown.getMessage();
        String type = thrown.getClassName();
        return message == null ? type : type + ": " + CardNumbers.masked(message);
    }

    private static void add(List<String> lines, String before, IThrowableProxy one) {
        lines.add(before + Escapes.plain(text(one)));
        StackTraceElementProxy[] frames = one.getStackTraceElementProxyArray();
        int own = Math.max(0, frames.length - one.getCommonFrames());
        for (int at = 0; at < Math.min(own, FRAMES); at++) {
            lines.add("  " + frames[at].getSTEAsString());
        }
        if (own > FRAMES) {
            lines.add("  ... " + (own - FRAMES) + " more");
        }
    }
}
