package io.qingfen.run;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong, so that it can be mended in one go; the first ten thousand are listed. */
public final class FileProblems {
    private static final int LISTED = 10_000;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private long total;

    public void add(String file, int line, String field, String what) {
        if (total++ < LISTED) {
            problems.add(new FileProblem(file, line, field, what).toString());
        }
    }

    public void warn(String file, int line, String field, String what) {
        if (warnings.size() < LISTED) {
            warnings.add(new FileProblem(file, line, field, what).toString());
        }
    }

    public long total() {
        return total;
    }

    public List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        if (total > LISTED) {
            all.add("… and " + (total - LISTED) + " more problems");
        }
        return List.copyOf(all);
    }

    /** @throws Refusal with exit 2 naming every problem, when there is one */
    public void refuse() {
        if (total > 0) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, problems());
        }
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
