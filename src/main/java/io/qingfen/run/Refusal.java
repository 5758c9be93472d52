package io.qingfen.run;

import java.util.List;

/**
 * The run cannot go on for a reason that a person can mend. Carries the exit code of the command line and one line per
 * problem: what, where, why, what to do next.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Exit exit;
    private final List<String> problems;

    public Refusal(Exit exit, List<String> problems) {
        super(String.join("\n", problems));
        this.exit = exit;
        this.problems = List.copyOf(problems);
    }

    public Refusal(Exit exit, String problem) {
        this(exit, List.of(problem));
    }

    public Exit exit() {
        return exit;
    }

    public List<String> problems() {
        return problems;
    }
}
