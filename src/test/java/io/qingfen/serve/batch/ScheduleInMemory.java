package io.qingfen.serve.batch;

import io.qingfen.run.Actor;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDay.State;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Notice;
import io.qingfen.schedule.FileBoard;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobStarts;
import io.qingfen.schedule.JobStates;
import io.qingfen.schedule.JobStops;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the schedule keeps in the books, kept in memory, with a clock that a test sets. */
final class ScheduleInMemory {
    final TreeMap<LocalDate, BusinessDay> books = new TreeMap<>();
    final List<Notice> told = new ArrayList<>();
    final List<JobStops.Stop> stopped = new ArrayList<>();
    final Map<String, JobStarts.Seen> seen = new HashMap<>();
    final List<LocalDate> inbox = new ArrayList<>();
    Instant now = Instant.EPOCH;

    void day(LocalDate date, State state) {
        books.put(date, new BusinessDay(date, state, Optional.empty(), Optional.empty()));
    }

    void stop(String job, LocalDate date) {
        stopped.add(new JobStops.Stop(
                stopped.size() + 1,
                job,
                Optional.ofNullable(date),
                "by a test",
                Optional.empty(),
                new Actor("li.na"),
                now));
    }

    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    final JobStates states = new JobStates() {
        private final Map<String, Notice> last = new HashMap<>();

        @Override
        public boolean become(String job, LocalDate date, Topic topic, Notice.Kind kind, String text) {
            Notice notice = new Notice(kind, job, date, text);
            boolean changed = !notice.equals(last.put(job + date + topic, notice));
            if (changed) {
                told.add(notice);
            }
            return changed;
        }

        @Override
        public Optional<Notice.Kind> of(String job, LocalDate date, Topic topic) {
            return Optional.ofNullable(last.get(job + date + topic)).map(Notice::kind);
        }
    };

    final JobStops stops = new JobStops() {
        @Override
        public List<Stop> inForce(String job, Instant at) {
            return stopped.stream().filter(one -> one.job().equals(job)).toList();
        }

        @Override
        public Stop place(
                Actor who, String job, Optional<LocalDate> date, String why, Optional<Instant> until, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Stop end(Actor who, String job, Optional<LocalDate> date, String why, Instant at) {
            throw new UnsupportedOperationException();
        }
    };

    final JobStarts starts = new JobStarts() {
        @Override
        public Optional<Seen> last(String job) {
            return Optional.ofNullable(seen.get(job));
        }

        @Override
        public void seen(String job, Instant startAt, String outcome, String detail) {
            seen.put(job, new Seen(startAt, now, outcome, detail));
        }
    };

    final FileBoard board = new FileBoard() {
        @Override
        public List<Line> of(JobDefinition definition, LocalDate businessDate, Instant at) {
            return List.of();
        }

        @Override
        public Optional<LocalDate> earliest(JobDefinition definition) {
            return inbox.stream().min(LocalDate::compareTo);
        }

        @Override
        public void note(JobDefinition definition, Instant at) {
            // Nothing to note.
        }
    };

    final BusinessDays days = new BusinessDays() {
        @Override
        public Optional<BusinessDay> find(LocalDate date) {
            return Optional.ofNullable(books.get(date));
        }

        @Override
        public Optional<LocalDate> first() {
            return books.isEmpty() ? Optional.empty() : Optional.of(books.firstKey());
        }

        @Override
        public Optional<BusinessDay> latest() {
            return books.isEmpty()
                    ? Optional.empty()
                    : Optional.of(books.lastEntry().getValue());
        }

        @Override
        public Optional<LocalDate> latestClosed() {
            return books.values().stream()
                    .filter(day -> day.state() == State.CLOSED)
                    .map(BusinessDay::date)
                    .max(LocalDate::compareTo);
        }

        @Override
        public void open(LocalDate date) {
            day(date, State.OPEN);
        }

        @Override
        public boolean beginTakingOver(LocalDate date) {
            return true;
        }

        @Override
        public void fail(LocalDate date, String reason) {
            day(date, State.FAILED);
        }

        @Override
        public void close(LocalDate date) {
            day(date, State.CLOSED);
        }

        @Override
        public void ranges(LocalDate date, int ranges) {
            throw new UnsupportedOperationException();
        }
    };
}
