package io.qingfen.cli;

import io.qingfen.access.Users;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.serve.Serving;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qingfen serve}: runs until it is asked to end. */
@Command(
        name = "serve",
        header = "Run the jobs by their schedule, until the process is asked to end.",
        description = "Nights, results of payouts and whatever else jobs/*.yml names start by themselves. Several "
                + "processes may serve one PostgreSQL: each date is settled once. SIGTERM or Ctrl-C stops a running "
                + "night at its next commit; the next start continues it.",
        footer = {"", "Examples:", "  qingfen serve --home /srv/qingfen", "  qingfen serve --port 9090"})
final class ServeCommand implements Callable<Integer> {
    private static final String DEFAULT_PORT = "8484";
    private static final int HIGHEST_PORT = 65535;
    private final Session session;

    @Mixin
    private Options options;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port on 127.0.0.1 (default: QINGFEN_PORT, then " + DEFAULT_PORT + "; 0: any that is free).")
    private String port;

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        int wanted = wanted();
        Session.requireHome(options.home());
        try (Engine engine = session.opening().openServing(options.home(), wanted)) {
            serve(session, engine, options.home());
        }
        session.say("Ended at a safe point; a night that ran is continued by the next start: qingfen serve");
        return Exit.TERMINATED.code();
    }

    /** Until the process is asked to end. */
    static void serve(Session session, Engine engine, Home home) throws InterruptedException {
        Serving serving = engine.part(Serving.class);
        new FirstPassword(home, session.console().terminal()).tell(session, engine.part(Users.class));
        session.say("Serving " + home.root() + " on http://127.0.0.1:" + serving.port()
                + "; Ctrl-C ends it at the next commit.");
        serving.awaitEnd();
    }

    private int wanted() {
        return port(port, spec);
    }

    /** @param port as typed; null: of the environment, or the default */
    static int port(String port, CommandSpec spec) {
        String environment = System.getenv().getOrDefault("QINGFEN_PORT", DEFAULT_PORT);
        String text = port != null ? port : environment;
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new ParameterException(
                    spec.commandLine(),
                    (port != null ? "--port" : "QINGFEN_PORT") + " takes a number from 0 to " + HIGHEST_PORT);
        }
        return Integer.parseInt(text);
    }
}
