package io.qingfen.scheme.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.scheme.CardTokens;
import io.qingfen.scheme.SchemeFileName.Kind;
import io.qingfen.scheme.SchemeReconciliation.Compared;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.jdbc.SchemeFiles;
import io.qingfen.scheme.jdbc.SchemeFiles.Known;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of single files: read whole, refused, archived, recognised when they come again. */
final class TakingSchemeFiles {
    private final SchemeFiles taken;
    private final SchemeInbox inbox;
    private final SchemeFormats formats;
    private final CardTokens cards;

    TakingSchemeFiles(SchemeFiles taken, SchemeInbox inbox, SchemeFormats formats, CardTokens cards) {
        this.taken = taken;
        this.inbox = inbox;
        this.formats = formats;
        this.cards = cards;
    }

    /** Senders correct what they sent: what no comparison has used gives way to a newer file of its name. */
    void giveWay(SchemeSource source, SchemeInbox.Arrived older, Compared outcome) throws IOException {
        if (taken.file(older.name()).isEmpty()) {
            String why =
                    older.name().text() + ": a newer file of this name came before it was compared; this one was not"
                            + " used and lies in quarantine/";
            inbox.quarantine(older, List.of(why), mayHoldCards(source, older));
            outcome.notices().add(why);
        }
    }

    /** All files of the source, or none when one of them is refused. What they have many of is shown to the taker. */
    List<ParsedFile> parsed(
            SchemeSource source, List<SchemeInbox.Arrived> files, ParsedFile.Taker taker, Compared outcome)
            throws IOException {
        List<ParsedFile> parsed = new ArrayList<>();
        int number = taken.nextFileNumber();
        boolean sound = true;
        Map<Integer, String> numbers = new HashMap<>();
        for (SchemeInbox.Arrived file : files) {
            ParsedFile read = read(source, file, new ParsedFile(file.name(), number + parsed.size(), taker));
            parsed.add(read);
            String other =
                    numbers.putIfAbsent(file.name().sequence(), file.name().text());
            if (other != null) {
                read.problem(
                        1, "has the number of " + other + ", which lies beside it; each file of a date has its own");
            }
            if (!read.problems().isEmpty()) {
                refuse(source, file, read.problems(), outcome);
                sound = false;
            }
        }
        return sound ? parsed : List.of();
    }

    private ParsedFile read(SchemeSource source, SchemeInbox.Arrived file, ParsedFile parsed) throws IOException {
        if (!file.isRegular()) {
            parsed.problem(1, "not a regular file but a link or a folder");
            return parsed;
        }
        if (!source.sends(file.name().kind())) {
            String kind = file.name().kind().begin();
            parsed.problem(
                    1,
                    "is a file of " + kind + ", and " + SchemesFile.NAME + " names no format of such for "
                            + source.name() + ": " + kind);
            return parsed;
        }
        SchemeFormat format = format(source, file);
        parsed.readBy(format);
        String sha256 = SchemeInbox.sha256(file, in -> read(format, in, parsed));
        parsed.is(sha256, Files.size(file.path()), taker -> again(format, file, parsed, taker));
        taken.sameBytes(sha256)
                .ifPresent(other -> parsed.problem(1, "has the bytes of " + other + ", which was taken before"));
        return parsed;
    }

    private void read(SchemeFormat format, InputStream in, ParsedFile parsed) throws IOException {
        try {
            format.read(in, parsed, cards);
        } catch (ArithmeticException overflow) {
            parsed.problem(1, "its amounts add up to more than any sum can be");
        }
    }

    /** @param format the same as before, though people may have written its description anew */
    private void again(SchemeFormat format, SchemeInbox.Arrived file, ParsedFile first, ParsedFile.Taker taker) {
        ParsedFile second = new ParsedFile(first.name(), first.number(), taker);
        try {
            String sha256 = SchemeInbox.sha256(file, in -> format.read(in, second, cards));
            if (!sha256.equals(first.sha256())) {
                throw new Refusal(
                        Exit.REFUSED,
                        first.name().text() + ": was changed in work/schemes while it was being compared; nothing was"
                                + " kept of it. Ask who did it, then start again");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** After the commit, perhaps of a process that died before it archived; or when somebody delivers twice. */
    void again(SchemeSource source, SchemeInbox.Arrived file, LocalDate date, Compared outcome) throws IOException {
        String name = file.name().text();
        Optional<Known> known = taken.file(file.name());
        if (!file.isRegular()) {
            refuse(source, file, List.of(name + ": not a regular file but a link or a folder"), outcome);
        } else if (known.isEmpty()) {
            String why = name + ": " + date + " was compared without it; if the source sends several files, say so in "
                    + SchemesFile.NAME + ": files";
            refuse(source, file, List.of(why), outcome);
        } else {
            again(source, file, known.get(), outcome);
        }
    }

    private void again(SchemeSource source, SchemeInbox.Arrived file, Known known, Compared outcome)
            throws IOException {
        String name = file.name().text();
        String sha256 = SchemeInbox.sha256(file);
        if (!known.sha256().equals(sha256)) {
            String why = name + ": this name was used already with other bytes: SHA-256 " + known.sha256()
                    + ", this file " + sha256;
            refuse(source, file, List.of(why), outcome);
        } else if (known.archived()) {
            String why = name + ": the same bytes were taken before; nothing was done with it";
            inbox.quarantine(file, List.of(why), mayHoldCards(source, file));
            outcome.notices().add(why);
        } else {
            inbox.archive(file, sha256, carriesCards(source, file));
            taken.archived(file.name());
        }
    }

    private void refuse(SchemeSource source, SchemeInbox.Arrived file, List<String> problems, Compared outcome)
            throws IOException {
        inbox.quarantine(file, problems, mayHoldCards(source, file));
        outcome.refused().addAll(problems);
    }

    /** What is not used may lie under the name of a source that it is not of. */
    private boolean mayHoldCards(SchemeSource source, SchemeInbox.Arrived file) throws IOException {
        if (carriesCards(source, file) || !file.isRegular()) {
            return carriesCards(source, file);
        }
        try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            return CardsInside.of(in);
        }
    }

    /** What nobody knows the format of is treated as the records are. */
    private boolean carriesCards(SchemeSource source, SchemeInbox.Arrived file) {
        return format(source, file).carriesCards();
    }

    private SchemeFormat format(SchemeSource source, SchemeInbox.Arrived file) {
        Kind kind = source.sends(file.name().kind()) ? file.name().kind() : Kind.RECORDS;
        return formats.format(kind, source.formatOf(kind));
    }
}
