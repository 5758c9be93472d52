package io.qingfen.reference.batch;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that it can be mended in one go; the first ten thousand are listed. */
final class Problems {
    private static final int LISTED = 10_000;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long total;

    void add(String file, int line, String field, String what) {
        if (total++ < LISTED) {
            problems.add(new Problem(file, line, field, what).toString());
        }
    }

    void warn(String file, int line, String field, String what) {
        if (warnings.size() < LISTED) {
            warnings.add(new Problem(file, line, field, what).toString());
        }
    }

    long total() {
        return total;
    }

    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        if (total > LISTED) {
            all.add("… and " + (total - LISTED) + " more problems");
        }
        return List.copyOf(all);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
