package io.qingfen.console;

import io.qingfen.explain.Fact;
import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.money.Money;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Position;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** Numbers and dates as pages show them. */
public final class Show {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    Show() {}

    /** {@code 1,234.50 CNY}, minor units. */
    public String money(long minor, String currency) {
        return Amounts.grouped(minor, currency) + " " + currency;
    }

    /** {@code 1234.50}: as a form carries it. */
    public String exact(long minor, Currency currency) {
        return Amounts.format(minor, currency);
    }

    public String money(Money money) {
        return money(money.minor(), money.currency().code());
    }

    /** {@code +12.00 CNY}: what was added or taken. */
    public String change(long minor, String currency) {
        return (minor > 0 ? "+" : "") + money(minor, currency);
    }

    /** A line of a position, by its name. */
    public long line(Position position, String line) {
        return position.lines().of(Line.valueOf(line));
    }

    /** What an explanation knows. */
    public String fact(Fact fact) {
        return fact.value() instanceof Money money ? money(money) : String.valueOf(fact.value());
    }

    /** {@code 812 B}, {@code 4.1 kB}, {@code 2.0 GB}: thousands. */
    public String bytes(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB"};
        long tenths = Math.multiplyExact(bytes, 10L);
        int unit = 0;
        while (tenths >= 10_000 && unit < units.length - 1) {
            tenths /= 1000;
            unit++;
        }
        return (unit == 0 ? Long.toString(bytes) : tenths / 10 + "." + tenths % 10) + " " + units[unit];
    }

    /** {@code 00:14}, {@code 1:02:14}. */
    public String lasts(Duration left) {
        String minutes = "%02d:%02d".formatted(left.toMinutesPart(), left.toSecondsPart());
        return left.toHours() > 0 ? left.toHours() + ":" + minutes : minutes;
    }

    public String at(Instant at) {
        return time(at.atOffset(ZoneOffset.UTC));
    }

    /** Where the terminal stands; no zone is known. */
    public String local(LocalDateTime at) {
        return at.format(TIME);
    }

    public String count(long count) {
        return Amounts.grouped(Long.toString(count));
    }

    public String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale());
    }

    /** {@code Mon}. @param day 0 is Monday */
    public String weekdayShort(int day) {
        return DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT, LocaleContextHolder.getLocale());
    }

    /** {@code 0.25 s}, {@code 3 min 05 s}. */
    public String took(Instant from, Instant to) {
        Duration took = Duration.between(from, to);
        if (took.toMinutes() > 0) {
            return "%d min %02d s".formatted(took.toMinutes(), took.toSecondsPart());
        }
        return "%d.%02d s".formatted(took.toSeconds(), took.toMillisPart() / 10);
    }

    /** In UTC, and says so. */
    public String time(OffsetDateTime at) {
        return at.withOffsetSameInstant(ZoneOffset.UTC).format(TIME) + " UTC";
    }
}
