package io.qingfen.reports;

import java.time.LocalDate;

/** A cell of a report with its type, so that a number is a number in every form of the report. */
public sealed interface ReportCell {
    /** Where there is nothing to say: a dash for people, empty for machines. */
    ReportCell NOTHING = new Nothing();

    /** As people read it. */
    String shown();

    /** As machines read it, the same in every language: decimals with a point, nothing between thousands. */
    String plain();

    /** What is drawn of it: counts, minor units, ten-thousandths of a share; 0 of what is no number. */
    default long measure() {
        return 0;
    }

    record Text(String text) implements ReportCell {
        @Override
        public String shown() {
            return text;
        }

        @Override
        public String plain() {
            return text;
        }
    }

    /**
     * A word of a fixed list.
     *
     * @param words what it is called in the language of the report
     */
    record Code(String code, String words) implements ReportCell {
        @Override
        public String shown() {
            return words;
        }

        @Override
        public String plain() {
            return code;
        }
    }

    record Count(long count) implements ReportCell {
        @Override
        public String shown() {
            return Shown.count(count);
        }

        @Override
        public String plain() {
            return Long.toString(count);
        }

        @Override
        public long measure() {
            return count;
        }
    }

    /**
     * @param minor signed, minor units of the currency
     * @param named whether the currency stands beside the amount; else something near it names it
     */
    record Money(long minor, String currency, boolean named) implements ReportCell {
        @Override
        public String shown() {
            return named ? Shown.money(minor, currency) : Shown.amount(minor, currency);
        }

        /** {@code 1234567.50}, exact. */
        @Override
        public String plain() {
            return SummaryText.amount(minor, currency);
        }

        @Override
        public long measure() {
            return minor;
        }
    }

    /** {@code yyyy-MM-dd}. */
    record Day(LocalDate date) implements ReportCell {
        @Override
        public String shown() {
            return date.toString();
        }

        @Override
        public String plain() {
            return date.toString();
        }
    }

    /** @param ratio {@code 0.9876}, four digits, may be negative */
    record Share(String ratio) implements ReportCell {
        /** What {@link #measure} says of all of it. */
        public static final long WHOLE = 10_000;

        /** {@code 98.76 %}. */
        @Override
        public String shown() {
            String sign = ratio.startsWith("-") ? "-" : "";
            String digits = ratio.substring(sign.length()).replace(".", "");
            String whole = digits.substring(0, digits.length() - 2).replaceFirst("^0+(?=.)", "");
            return sign + whole + "." + digits.substring(digits.length() - 2) + " %";
        }

        @Override
        public String plain() {
            return ratio;
        }

        @Override
        public long measure() {
            return Long.parseLong(ratio.replace(".", ""));
        }
    }

    /** Hundredths of a per cent. @param points {@code 12.50} */
    record BasisPoints(String points) implements ReportCell {
        @Override
        public String shown() {
            return points;
        }

        @Override
        public String plain() {
            return points;
        }
    }

    /** See {@link #NOTHING}. */
    record Nothing() implements ReportCell {
        @Override
        public String shown() {
            return "–";
        }

        @Override
        public String plain() {
            return "";
        }
    }

    /** Nothing where there was nothing to divide by. */
    static ReportCell share(String ratio) {
        return ratio == null ? NOTHING : new Share(ratio);
    }

    /** Nothing where there was nothing to divide by. */
    static ReportCell points(String points) {
        return points == null ? NOTHING : new BasisPoints(points);
    }

    static ReportCell day(LocalDate date) {
        return date == null ? NOTHING : new Day(date);
    }
}
