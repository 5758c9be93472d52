package io.qingfen.reports;

/** A cell of the settlement report with its type, so that a number is a number in every form of the report. */
public sealed interface ReportCell {
    ReportCell NOTHING = new Text("–");

    /** As people read it. */
    String shown();

    record Text(String text) implements ReportCell {
        @Override
        public String shown() {
            return text;
        }
    }

    record Count(long count) implements ReportCell {
        @Override
        public String shown() {
            return Shown.count(count);
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
        public String plain() {
            return SummaryText.amount(minor, currency);
        }
    }

    /** @param ratio {@code 0.9876}, four digits */
    record Share(String ratio) implements ReportCell {
        /** {@code 98.76 %}. */
        @Override
        public String shown() {
            String digits = ratio.replace(".", "");
            String whole = digits.substring(0, digits.length() - 2).replaceFirst("^0+(?=.)", "");
            return whole + "." + digits.substring(digits.length() - 2) + " %";
        }
    }

    /** A dash where there was nothing to divide by. */
    static ReportCell share(String ratio) {
        return ratio == null ? NOTHING : new Share(ratio);
    }
}
