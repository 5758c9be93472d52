package io.qingfen.reports;

/** How long a case has been open, in steps that people work with. */
enum CaseAge {
    TODAY("0", 0),
    FRESH("1-3", 3),
    WEEK("4-7", 7),
    MONTH("8-30", 30),
    AGED("31+", Long.MAX_VALUE);

    private final String days;
    private final long last;

    CaseAge(String days, long last) {
        this.days = days;
        this.last = last;
    }

    String days() {
        return days;
    }

    static CaseAge of(long days) {
        for (CaseAge age : values()) {
            if (days <= age.last) {
                return age;
            }
        }
        return AGED;
    }
}
