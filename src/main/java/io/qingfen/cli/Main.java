package io.qingfen.cli;

import java.util.concurrent.CountDownLatch;

/** The program: {@code qingfen COMMAND}, see {@link QingfenCommand}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Console console = Console.system(args);
        CountDownLatch finished = Interrupts.announced(console);
        int exit = new Program(new Session(console, SpringEngine.OPENING)).execute(args);
        console.out().flush();
        finished.countDown();
        System.exit(exit);
    }
}
