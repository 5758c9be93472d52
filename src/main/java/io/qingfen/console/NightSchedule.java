package io.qingfen.console;

import io.qingfen.run.Home;
import io.qingfen.run.OnlyServing;
import io.qingfen.schedule.FileBoard;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobDefinitions;
import io.qingfen.schedule.Timetable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the definition of the night says of a business date: when it is due and late, and which files it waits for. */
@OnlyServing
@Component
class NightSchedule {
    private static final String NIGHT = "nightly-settlement";
    private final Home home;
    private final FileBoard board;
    private final Clock clock;

    NightSchedule(Home home, FileBoard board, Clock clock) {
        this.home = home;
        this.board = board;
        this.clock = clock;
    }

    private JobDefinition night() {
        return JobDefinitions.read(home, NIGHT);
    }

    Instant now() {
        return clock.instant();
    }

    /** The last date that should have begun by now. */
    Optional<LocalDate> lastDue() {
        return night().timetable().latest(now()).map(Timetable.Start::businessDate);
    }

    /** When the date must be closed. */
    Optional<Instant> deadline(LocalDate date) {
        JobDefinition night = night();
        return night.deadline()
                .map(deadline -> night.timetable().at(date.plusDays(1).atTime(deadline.late())));
    }

    List<FileBoard.Line> files(LocalDate date) {
        return board.of(night(), date, now());
    }
}
