package io.qingfen.cli;

import io.qingfen.run.Home;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call of the command line, with what it said. */
record Invocation(int exit, String out, String err) {

    /** With books that do what the engine says. */
    static Invocation of(Engine engine, String... args) {
        return of(
                new Engine.Opening() {
                    @Override
                    public Engine open(Home home) {
                        return engine;
                    }

                    @Override
                    public Engine openEmbedded(Home home) {
                        return engine;
                    }
                },
                args);
    }

    static Invocation of(Engine.Opening opening, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(print(out), print(err), false, Console.colored(args, false, Map.of()));
        int exit = new Program(new Session(console, opening)).execute(args);
        return new Invocation(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }
}
