package io.qingfen.explain;

import io.qingfen.explain.Books.InputFile;
import io.qingfen.explain.Books.Transaction;
import io.qingfen.intake.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line of an input file that has no transaction of its own: where it went instead. */
final class RecordTelling {
    private static final int AUTHORIZATION_RRN = 1;
    private static final int AUTHORIZATION_MERCHANT = 2;

    private final Telling tell;

    RecordTelling(Telling tell) {
        this.tell = tell;
    }

    /** @return whether there is such a line */
    boolean tell(String id, SubjectId.Line line) {
        Optional<InputFile> file = tell.books().inputFile(line.capture(), line.fileDate(), line.sequence());
        if (file.isEmpty() || line.line() > file.get().lines()) {
            return false;
        }
        Source source = new Source(file.get().number(), line.line());
        Map<Source, String> known = tell.lines(List.of(source));
        tell.out()
                .begin(Item.of("input-line", id)
                        .saying("a line without a transaction of its own")
                        .with("businessDate", file.get().usedOn())
                        .with("fileSha256", file.get().sha256()));
        tell.record(line.capture() ? "terminal batch file" : "authorization file", source, known);
        if (!outcome(id, line, source, known.get(source))) {
            tell.out().leaf(Item.of("outcome", "no money").saying(otherwise(known.get(source))));
        }
        tell.out().end();
        return true;
    }

    /** @return whether the books know more of it than the line */
    private boolean outcome(String id, SubjectId.Line line, Source source, String text) {
        List<Transaction> users = users(source, line, text);
        users.forEach(item -> tell.out()
                .leaf(Item.of("transaction", item.id())
                        .saying("used by it on " + item.account().date() + ": " + item.matchStatus())));
        Optional<Books.Elsewhere> elsewhere = tell.books().elsewhere(source);
        elsewhere.ifPresent(place -> tell.out()
                .leaf(Item.of("outcome", place.place())
                        .saying(place.reason() + (place.detail().isEmpty() ? "" : ": " + place.detail()))
                        .with("date", place.date())));
        tell.books().openItemsOf(id).forEach(tell::waiting);
        List<String> cases = tell.books().casesAbout(id);
        cases.forEach(found -> tell.out().leaf(Item.of("case", found)));
        return !users.isEmpty() || elsewhere.isPresent() || !cases.isEmpty();
    }

    private List<Transaction> users(Source source, SubjectId.Line line, String text) {
        String[] fields = text == null || line.capture() ? new String[0] : text.split(",", -1);
        return fields.length <= AUTHORIZATION_MERCHANT
                ? List.of()
                : tell.books().using(source, fields[AUTHORIZATION_MERCHANT], fields[AUTHORIZATION_RRN]);
    }

    private static String otherwise(String line) {
        return switch (line == null ? "" : line.split(",", -1)[0]) {
            case "H", "T", "B" -> "a header or trailer: it states what the other lines are held against";
            case "D" -> "a detail of a batch that was delivered before: used once only";
            case "A" ->
                "not financial: an inquiry, a hold, a reversal, an authorization that was reversed, or one whose void"
                        + " came";
            default -> "no record";
        };
    }
}
