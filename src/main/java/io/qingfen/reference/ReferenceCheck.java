package io.qingfen.reference;

import io.qingfen.calendar.BusinessCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Looks at the reference files of a home as the opening of a business date would; needs no database. */
public interface ReferenceCheck {
    /** Without a running application. */
    static ReferenceCheck standalone() {
        return ServiceLoader.load(ReferenceCheck.class).findFirst().orElseThrow();
    }

    Report check(Path home, LocalDate businessDate);

    /** The calendar as it stands in the home; empty when it is missing or not sound. */
    Optional<BusinessCalendar> calendar(Path home);

    /**
     * What was found.
     *
     * @param problems refuse the run: file:line, field, what, why, what to do; account numbers masked
     * @param warnings do not refuse the run, but deserve a look
     * @param counts what was read, in the order of reading: merchants, terminals, fee plans …
     */
    record Report(List<String> problems, List<String> warnings, Map<String, Integer> counts) {
        public boolean isSound() {
            return problems.isEmpty();
        }
    }
}
