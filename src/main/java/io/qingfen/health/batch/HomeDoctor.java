package io.qingfen.health.batch;

import io.qingfen.health.Doctor;
import io.qingfen.health.Finding;
import io.qingfen.health.jdbc.BooksProbes;
import io.qingfen.notifications.Messages;
import io.qingfen.reference.ReferenceCheck;
import io.qingfen.run.BooksAccess;
import io.qingfen.run.BooksMark;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Asks every probe; one that fails itself is a finding too. Found by {@link java.util.ServiceLoader}. */
public final class HomeDoctor implements Doctor {
    private final Clock clock;
    private final Map<String, String> environment;
    private final Messages messages = Messages.standalone();

    public HomeDoctor() {
        this(Clock.systemDefaultZone(), System.getenv());
    }

    HomeDoctor(Clock clock, Map<String, String> environment) {
        this.clock = clock;
        this.environment = environment;
    }

    /** A probe of files. */
    private interface Look {
        List<Finding> look() throws IOException;
    }

    @Override
    public Examination examine(Home home, long diskNeed) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(books(home));
        add(findings, "disk", () -> new DiskProbe(home.root(), home.data()).look(diskNeed));
        add(findings, "folders", () -> List.of(FoldersProbe.look(home)));
        add(findings, "secrets", () -> List.of(new SecretsProbe(home, environment).look()));
        ReferenceCheck reference = ReferenceCheck.standalone();
        LocalDate today = LocalDate.now(clock);
        add(findings, "reference", () -> List.of(reference(reference.check(home.root(), today))));
        add(findings, "calendar", () -> List.of(CalendarProbe.look(reference.calendar(home.root()), today)));
        add(findings, "notifications", () -> List.of(notifications(home)));
        return new Examination(findings, fingerprint(home, findings));
    }

    private List<Finding> books(Home home) {
        try {
            return new BooksProbes(clock, System::nanoTime)
                    .look(BooksAccess.standalone().address(home), home.root().resolve(BooksMark.FILE));
        } catch (RuntimeException unreadable) {
            boolean settings = unreadable instanceof YamlEngineException;
            return List.of(broken("database", settings ? home.settings() + " is not YAML" : unreadable.getMessage()));
        }
    }

    private static Finding reference(ReferenceCheck.Report report) {
        String read = report.counts().toString().replaceAll("[{}]", "").replace('=', ' ');
        if (report.isSound()) {
            return Finding.ok("reference", read);
        }
        return Finding.fail(
                "reference",
                report.problems().size() + " problems, the first: "
                        + report.problems().get(0),
                "no date opens with them",
                "mend every line that this names: qingfen reference check");
    }

    private Finding notifications(Home home) {
        try {
            return messages.recipients(home)
                    .map(names -> Finding.ok("notifications", "known: " + String.join(", ", names)))
                    .orElseGet(() -> Finding.warn(
                            "notifications",
                            "notifications.yml is not there",
                            "nobody is told when a night fails or is late",
                            "write it (docs/OPERATIONS.md), then: qingfen notify test --to ops"));
        } catch (Refusal wrong) {
            return Finding.fail(
                    "notifications",
                    String.join("; ", wrong.problems()),
                    "nobody is told until it is mended",
                    "mend every line that is named, then: qingfen notify test --to ops");
        }
    }

    private String fingerprint(Home home, List<Finding> findings) {
        try {
            String hex = new Fingerprint(home, environment).hex();
            findings.add(Finding.ok("configuration", "fingerprint " + hex));
            return hex;
        } catch (IOException unreadable) {
            findings.add(broken("configuration", unreadable.toString()));
            return "";
        }
    }

    private static void add(List<Finding> findings, String probe, Look look) {
        try {
            findings.addAll(look.look());
        } catch (UncheckedIOException failed) {
            findings.add(broken(probe, failed.getCause().toString()));
        } catch (IOException | RuntimeException failed) {
            findings.add(broken(probe, failed.toString()));
        }
    }

    private static Finding broken(String probe, String what) {
        return Finding.fail(probe, what, "it could not be looked at", "let the user of the program read what is named");
    }
}
