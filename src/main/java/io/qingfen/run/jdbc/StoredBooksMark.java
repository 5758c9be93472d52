package io.qingfen.run.jdbc;

import io.qingfen.run.AfterNight;
import io.qingfen.run.BooksMark;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** File {@code books.mark} of the home. Raised first of all that follows a night. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StoredBooksMark implements BooksMark, AfterNight {
    private final JdbcClient jdbc;
    private final Path file;

    StoredBooksMark(JdbcClient jdbc, Home home) {
        this.jdbc = jdbc;
        this.file = home.root().resolve(FILE);
    }

    @Override
    public Optional<String> behind() {
        return BooksPosition.read(file).flatMap(mark -> mark.missingIn(jdbc));
    }

    @Override
    public void require() {
        behind().ifPresent(lack -> {
            throw new Refusal(Exit.REFUSED, refusal(lack));
        });
    }

    static List<String> refusal(String lack) {
        return List.of(
                "these books are older than what has left this home: " + lack
                        + ". They look restored from an older backup; nothing is run or released with them",
                "best: bring the books to the newest moment (a newer backup, or PostgreSQL's log up to the end)",
                "when there is nothing newer, two persons accept them, and the dates that are missing are settled again"
                        + " from the archive: qingfen recover --restored --reason TEXT --second USER; see"
                        + " docs/OPERATIONS.md, restored books");
    }

    @Override
    public void raise() {
        if (behind().isEmpty()) {
            accept();
        }
    }

    @Override
    public void accept() {
        BooksPosition.of(jdbc).ifPresent(here -> here.write(file));
    }

    @Override
    public Optional<LocalDate> closed() {
        return BooksPosition.read(file).map(BooksPosition::closed);
    }

    @Override
    public void afterNight(LocalDate businessDate) {
        raise();
    }
}
