package io.qingfen.explain;

import io.qingfen.explain.Books.InputFile;
import io.qingfen.intake.FileKind;
import io.qingfen.intake.InputName;
import io.qingfen.intake.Source;
import java.util.List;
import java.util.Optional;

/** Records named as {@code file:line}. */
final class RecordPlaces {
    private final Telling tell;

    RecordPlaces(Telling tell) {
        this.tell = tell;
    }

    /** Nothing without a place. */
    void tell(String role, String place) {
        int colon = place.lastIndexOf(':');
        if (colon < 0) {
            return;
        }
        Optional<InputFile> file = InputName.of(place.substring(0, colon))
                .flatMap(name ->
                        tell.books().inputFile(name.kind() == FileKind.TERMINAL_BATCHES, name.date(), name.sequence()));
        if (file.isPresent()) {
            Source source = new Source(file.get().number(), Integer.parseInt(place.substring(colon + 1)));
            tell.record(role, source, tell.lines(List.of(source)));
        }
    }
}
