package io.qingfen.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * When a job is to start, by local times in a zone. A local time that the clock jumps over is taken after the jump, one
 * that comes twice the first time: every local time of the schedule is one start, on each day of the year.
 *
 * @param cron as of Quartz: second, minute, hour, day of month, month, day of week
 */
public record Timetable(String cron, ZoneId zone) {
    /** How far back the last start is looked for, the usual first. */
    private static final List<Duration> LOOKING_BACK =
            List.of(Duration.ofHours(3), Duration.ofDays(2), Duration.ofDays(35), Duration.ofDays(400));

    /**
     * One start.
     *
     * @param local the time of the schedule, which names the day it belongs to
     */
    public record Start(LocalDateTime local, Instant at) {
        /** A start settles the day before. */
        public LocalDate businessDate() {
            return local.toLocalDate().minusDays(1);
        }
    }

    /** @throws IllegalArgumentException when the expression is none, with the reason */
    public Timetable {
        expression(cron);
    }

    /** The last start that is not after this moment; empty when there was none for more than a year. */
    public Optional<Start> latest(Instant now) {
        for (Duration back : LOOKING_BACK) {
            Start latest = null;
            Start next = first(local(now).minus(back));
            while (next != null && !next.at().isAfter(now)) {
                latest = next;
                next = first(next.local());
            }
            if (latest != null) {
                return Optional.of(latest);
            }
        }
        return Optional.empty();
    }

    /** The first start after this moment; empty when there is none any more. */
    public Optional<Start> next(Instant now) {
        Start next = first(local(now).minusHours(3));
        while (next != null && !next.at().isAfter(now)) {
            next = first(next.local());
        }
        return Optional.ofNullable(next);
    }

    /** A time of this local day as a moment; where the clock jumps over it, after the jump. */
    public Instant at(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    private LocalDateTime local(Instant now) {
        return LocalDateTime.ofInstant(now, zone);
    }

    /** The schedule is followed on a calendar without jumps; only then its times are placed in the zone. */
    private Start first(LocalDateTime after) {
        Date next = expression(cron).getNextValidTimeAfter(Date.from(after.toInstant(ZoneOffset.UTC)));
        if (next == null) {
            return null;
        }
        LocalDateTime local = LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC);
        return new Start(local, at(local));
    }

    private static CronExpression expression(String cron) {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return expression;
        } catch (ParseException notOne) {
            throw new IllegalArgumentException(notOne.getMessage(), notOne);
        }
    }
}
