package io.qingfen.bench;

import java.nio.file.Path;

/** Runs one contender; {@link Bench} starts it and reads its outcome from standard output. */
public final class Child {
    private Child() {}

    /** @param args name, input folder, JDBC URL, scratch folder */
    public static void main(String[] args) throws Exception {
        Outcome outcome = Contender.named(args[0]).run(Path.of(args[1]), args[2], Path.of(args[3]));
        System.out.println(outcome.line());
        System.exit(0);
    }
}
