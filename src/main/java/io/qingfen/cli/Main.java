package io.qingfen.cli;

/** The program: {@code qingfen COMMAND}, see {@link QingfenCommand}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Console console = Console.system(args);
        int exit = new Program(new Session(console, SpringEngine::open)).execute(args);
        console.out().flush();
        System.exit(exit);
    }
}
