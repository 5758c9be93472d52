package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.QingfenApplication;
import io.qingfen.TestDatabase;
import io.qingfen.faults.PlannedFaults;
import io.qingfen.nightly.Nights;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.Refusal;
import io.qingfen.run.StopSignal;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The whole program in this virtual machine, which can die here without ending it: at a cheap fraction of the cost of a
 * process of its own. Dying means: H2 is closed as a power cut closes it ({@code SHUTDOWN IMMEDIATELY}), the sessions of
 * PostgreSQL are terminated by the server; the program gets no connection any more and every thread of it that passes
 * another {@link FaultPoint} fails there, so that it renames no file. What this does not show, and halted processes do:
 * the death of the virtual machine itself, files of the system's cache, a lease whose holder is seen to be gone.
 */
final class MortalProcess implements AutoCloseable {
    static final Exit DIED = null;
    /** What dies a hundred times must not tell it a hundred times. */
    private static final List<String> LOUD = List.of(
            "io.qingfen.nightly",
            "io.qingfen.schedule",
            "io.qingfen.notifications",
            "org.springframework.batch",
            "org.springframework.transaction",
            "com.zaxxer.hikari");

    private static final AtomicLong BOOKS = new AtomicLong();

    private final DatabaseSettings books;
    private final ConfigurableApplicationContext context;
    private volatile boolean dead;
    private volatile long slow;

    /** Whose thread this is; threads that a run starts are its own. */
    private static final InheritableThreadLocal<MortalProcess> OWNER = new InheritableThreadLocal<>();

    /** Thrown where a process that is dead is asked to go on. */
    static final class Dead extends Error {
        private static final long serialVersionUID = 1;

        Dead() {
            super("this process is dead", null, false, false);
        }
    }

    /** What its threads meet at the places of the program. */
    interface Plan {
        void at(MortalProcess process, String point, String what);
    }

    MortalProcess(Path home, DatabaseSettings books, String... properties) {
        this.books = books;
        List<String> arguments = new ArrayList<>(List.of(
                "--qingfen.home=" + home,
                "--qingfen.db.url=" + books.url(),
                "--qingfen.db.user=" + books.user(),
                "--qingfen.db.password=" + books.password()));
        LOUD.forEach(name -> arguments.add("--logging.level." + name + "=OFF"));
        arguments.addAll(List.of(properties));
        SpringApplication program = new SpringApplication(QingfenApplication.class);
        program.addInitializers(started -> started.getBeanFactory().addBeanPostProcessor(new Severing()));
        program.setRegisterShutdownHook(false);
        context = program.run(arguments.toArray(String[]::new));
        numberApart();
    }

    /** Connections as long as the process lives. */
    private final class Severing implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof HikariDataSource pool ? new Severed(pool) : bean;
        }
    }

    private final class Severed extends DelegatingDataSource {
        Severed(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (dead) {
                throw new SQLException("this process is dead");
            }
            waitFor(slow);
            return obtainTargetDataSource().getConnection();
        }
    }

    /**
     * Spring Batch remembers by number, for the life of the virtual machine, what executes; what died stays remembered.
     * So no two books of this virtual machine have the same numbers.
     */
    private void numberApart() {
        JdbcClient jdbc = part(JdbcClient.class);
        boolean fresh = jdbc.sql("select count(*) from batch_job_execution")
                        .query(Long.class)
                        .single()
                == 0;
        if (fresh) {
            long first = BOOKS.incrementAndGet() * 1_000_000L;
            for (String name : List.of("batch_job_execution_seq", "batch_step_execution_seq")) {
                jdbc.sql("alter sequence " + name + " restart with " + first).update();
            }
        }
    }

    /** From now on each connection is handed out so much later. */
    void slowBy(long milliseconds) {
        slow = milliseconds;
    }

    private static void waitFor(long milliseconds) {
        if (milliseconds > 0) {
            PlannedFaults.strike("delay", Long.toString(milliseconds));
        }
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    boolean hasBegun(LocalDate date) {
        return part(BusinessDays.class).find(date).isPresent();
    }

    boolean isClosed(LocalDate date) {
        return part(BusinessDays.class)
                .find(date)
                .filter(day -> day.state() == BusinessDay.State.CLOSED)
                .isPresent();
    }

    /** What the date makes when nothing strikes: its outbox, by file. */
    static Map<String, String> undisturbed(LocalDate date) {
        Path home = Nightly.home();
        try (MortalProcess process = new MortalProcess(home, TestDatabase.H2.freshSettings())) {
            assertThat(process.run(date, false, (one, point, what) -> {})).isEqualTo(Exit.DONE);
        }
        return Nightly.outbox(home);
    }

    /** How the night ended; {@link #DIED} when the process died in it. What is refused is thrown. */
    Exit run(LocalDate date, boolean restart, Plan plan) {
        makeLeaseOld();
        OWNER.set(this);
        PlannedFaults.within((point, what) -> {
            MortalProcess owner = OWNER.get();
            if (owner != null && owner.dead) {
                throw new Dead();
            }
            if (owner == this) {
                plan.at(this, point, what);
            }
        });
        try {
            Nights nights = part(Nights.class);
            if (restart) {
                nights.restart(date, 2);
            } else {
                nights.run(date, 2);
            }
            return Exit.DONE;
        } catch (Dead died) {
            return DIED;
        } catch (Refusal refusal) {
            if (dead) {
                return DIED;
            }
            throw refusal;
        } catch (RuntimeException failed) {
            if (dead) {
                return DIED;
            }
            throw failed;
        } finally {
            OWNER.remove();
        }
    }

    /** Dies here and now; the calling thread goes no further. */
    void die() {
        cutOff();
        throw new Dead();
    }

    /** Dies while its threads are wherever they are. */
    synchronized void cutOff() {
        if (dead || !context.isActive()) {
            return;
        }
        dead = true;
        part(StopSignal.class).request();
        try {
            if (books.url().startsWith("jdbc:h2:")) {
                execute(books.url(), "shutdown immediately");
            } else {
                execute(
                        books.url().replaceFirst("/[^/?]+(\\?|$)", "/postgres$1"),
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database() + "'");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("this process cannot be killed", failed);
        }
    }

    private String database() {
        return books.url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
    }

    private void executed(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, books.user(), books.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void execute(String url, String sql) throws SQLException {
        try {
            executed(url, sql);
        } catch (SQLException closed) {
            // H2 tells with an error that it is closed, as it was asked.
            if (closed.getErrorCode() != 90121 && closed.getErrorCode() != 90098) {
                throw closed;
            }
        }
    }

    /** After whoever kills it is done with it. */
    @Override
    public synchronized void close() {
        context.close();
        if (dead) {
            makeLeaseOld();
        }
    }

    /**
     * To others on this machine the holder of a dead process lives on, since it is this virtual machine; so its heartbeat
     * gets old. One process of this class runs at a time.
     */
    private void makeLeaseOld() {
        try {
            executed(
                    books.url(),
                    "update run_lease set heartbeat_at = heartbeat_at - interval '1' hour where holder is not null");
        } catch (SQLException failed) {
            throw new IllegalStateException("the lease of a dead process stays", failed);
        }
    }
}
