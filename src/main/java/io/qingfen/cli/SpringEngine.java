package io.qingfen.cli;

import io.qingfen.QingfenApplication;
import io.qingfen.nightly.Nights;
import io.qingfen.notifications.Deliveries;
import io.qingfen.overview.NightAccounts;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDay.State;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.FileBoard;
import io.qingfen.schedule.FileGate;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobDefinitions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application, started when the first command needs it. */
final class SpringEngine implements Engine {
    private final ConfigurableApplicationContext context;

    private SpringEngine(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Opens installations in this process. */
    static final Opening OPENING = new Opening() {
        @Override
        public Engine open(Home home) {
            return started("--qingfen.home=" + home.root());
        }

        @Override
        public Engine openEmbedded(Home home) {
            return started("--qingfen.home=" + home.root(), "--qingfen.db.url=");
        }

        @Override
        public Engine openServing(Home home, int port) {
            return serving(home, port);
        }

        @Override
        public Engine openServingEmbedded(Home home, int port, Path clock) {
            return serving(home, port, "--qingfen.db.url=", "--qingfen.schedule.clock-file=" + clock);
        }

        private Engine serving(Home home, int port, String... more) {
            List<String> properties = new ArrayList<>(List.of(more));
            properties.add("--qingfen.home=" + home.root());
            properties.add("--spring.profiles.active=" + OnlyServing.PROFILE);
            properties.add("--spring.main.web-application-type=servlet");
            properties.add("--server.address=127.0.0.1");
            properties.add("--server.port=" + port);
            try {
                return started(properties.toArray(String[]::new));
            } catch (ApplicationContextException failed) {
                if (failed.getCause() instanceof PortInUseException) {
                    throw new Refusal(
                            Exit.USAGE_OR_REFERENCE,
                            "port " + port + " of 127.0.0.1 is taken by another program; name a free one with --port");
                }
                throw failed;
            }
        }
    };

    private static Engine started(String... properties) {
        return new SpringEngine(new SpringApplication(QingfenApplication.class).run(properties));
    }

    @Override
    public void run(LocalDate date, int workers) {
        telling(() -> part(Nights.class).run(date, workers));
    }

    @Override
    public void restart(LocalDate date, int workers) {
        telling(() -> part(Nights.class).restart(date, workers));
    }

    /** Whoever runs nights by hand or by cron is told as well: no other process may be there to send it. */
    private void telling(Runnable night) {
        try {
            night.run();
        } finally {
            if (context.isActive()) {
                part(Deliveries.class).deliver();
            }
        }
    }

    /** With new books the first date is that of the earliest file in the inbox. */
    @Override
    public List<LocalDate> datesUntil(LocalDate until) {
        if (part(BusinessDays.class).latest().isPresent()) {
            return part(Nights.class).datesUntil(until);
        }
        return InboxDates.firstUntil(part(Home.class), until);
    }

    @Override
    public void requireRunnable(LocalDate date) {
        part(Nights.class).requireRunnable(date);
    }

    @Override
    public void requireRestartable(LocalDate date) {
        part(Nights.class).requireRestartable(date);
    }

    @Override
    public List<FileBoard.Line> files(LocalDate date) {
        return part(FileBoard.class).of(night(), date, part(Clock.class).instant());
    }

    @Override
    public void requireFiles(LocalDate date, Optional<Without> without) {
        Optional<BusinessDay> day = part(BusinessDays.class).find(date);
        boolean goesOn = day.filter(
                        one -> one.state() != State.OPEN || one.ranges().isPresent())
                .isPresent();
        if (goesOn) {
            return;
        }
        requireRunnable(date);
        FileGate gate = part(FileGate.class);
        List<FileBoard.Line> missing = gate.missing(night(), date);
        if (!missing.isEmpty()) {
            Without accepted = without.orElseThrow(() -> FileGate.waiting(date, missing));
            gate.open(accepted.who(), date, accepted.reason(), missing);
        }
    }

    private JobDefinition night() {
        return JobDefinitions.read(part(Home.class), "nightly-settlement");
    }

    @Override
    public NightAccounts accounts() {
        return part(NightAccounts.class);
    }

    @Override
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
