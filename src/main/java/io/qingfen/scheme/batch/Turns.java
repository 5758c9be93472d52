package io.qingfen.scheme.batch;

import io.qingfen.scheme.SchemeFileName;
import io.qingfen.scheme.SchemeFileName.Kind;
import io.qingfen.scheme.SchemeReconciliation.Turn;
import io.qingfen.scheme.SchemeReconciliation.TurnKind;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.jdbc.SchemeDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose turn it is: which sources of a date can be compared now, and why the others cannot. */
final class Turns {
    private final SchemeDays compared;

    Turns(SchemeDays compared) {
        this.compared = compared;
    }

    /** @param files of the source and date, that have come */
    Turn of(SchemeSource source, LocalDate date, List<SchemeFileName> files) {
        List<String> names = files.stream().map(SchemeFileName::text).toList();
        if (compared.isCompared(source.name(), date)) {
            return new Turn(source.name(), names, TurnKind.BEFORE, "");
        }
        Optional<String> lack = lacks(source, files);
        if (lack.isPresent()) {
            return new Turn(source.name(), names, TurnKind.WAITS, source.name() + lack.get());
        }
        return outOfOrder(source, date)
                .map(why -> new Turn(source.name(), names, TurnKind.BLOCKED, why))
                .orElseGet(() -> new Turn(source.name(), names, TurnKind.COMPARES, ""));
    }

    /** What to say behind the name of a source whose files have not all come. */
    private static Optional<String> lacks(SchemeSource source, List<SchemeFileName> files) {
        long records = count(files, Kind.RECORDS);
        if (records < source.files()) {
            return Optional.of(
                    records == 0 ? "" : " (" + records + " of " + source.files() + " files of records have come)");
        }
        return Stream.of(Kind.FUNDS, Kind.DISPUTES, Kind.FEES)
                .filter(kind -> source.sends(kind) && count(files, kind) == 0)
                .map(kind -> " (" + kind.begin() + "-" + source.name() + "_… has not come)")
                .findFirst();
    }

    private static long count(List<SchemeFileName> files, Kind kind) {
        return files.stream().filter(file -> file.kind() == kind).count();
    }

    /** Empty when it may be compared now: what waits for later files is only known when no date is left out. */
    private Optional<String> outOfOrder(SchemeSource source, LocalDate date) {
        Optional<LocalDate> last = compared.last(source.name());
        if (last.isEmpty() || last.get().plusDays(1).equals(date)) {
            return Optional.empty();
        }
        LocalDate next = last.get().plusDays(1);
        return Optional.of(
                date.isBefore(next)
                        ? source.name() + ": " + date + " lies before the first date that was compared, and cannot be"
                                + " compared any more; " + next + " is next"
                        : source.name() + ": " + next + " comes before " + date + "; put its file into the inbox (one"
                                + " without transactions when there were none), then: qingfen run scheme-reconciliation"
                                + " --date " + next);
    }
}
