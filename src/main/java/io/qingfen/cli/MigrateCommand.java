package io.qingfen.cli;

import io.qingfen.run.BooksAccess;
import io.qingfen.run.BooksAccess.Upkeep;
import io.qingfen.run.Exit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen migrate}: the tables are brought up to date by themselves, before anything else runs. */
@Command(
        name = "migrate",
        header = "Make the tables, or bring them up to date; with a role of their owner, give the program its rights.",
        description = "Not needed with one role: the next command does it. With QINGFEN_DB_OWNER (its password in"
                + " QINGFEN_DB_OWNER_PASSWORD_FILE) the owner works, and the role of QINGFEN_DB_USER gets what the program"
                + " needs and no more: it cannot change or remove what is in the ledger and in the audit trail. Repeat it"
                + " after each upgrade, with no night running.",
        footer = {
            "",
            "Examples:",
            "  qingfen migrate",
            "  qingfen migrate --dry-run",
            "  QINGFEN_DB_OWNER=qingfen_owner QINGFEN_DB_OWNER_PASSWORD_FILE=/etc/qingfen/owner.password qingfen migrate"
        })
final class MigrateCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Option(names = "--dry-run", description = "Say which tables would change, and change nothing.")
    private boolean dryRun;

    MigrateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Session.requireHome(options.home());
        BooksAccess books = BooksAccess.standalone();
        Upkeep upkeep = dryRun ? books.pending(options.home()) : books.bringUpToDate(options.home());
        if (options.json()) {
            Map<String, Object> result = Json.envelope("migrate", Exit.DONE.code(), List.of());
            if (dryRun) {
                result.put("dryRun", true);
            }
            result.put("changes", upkeep.changes());
            result.put("granted", upkeep.granted());
            session.console().out().println(Json.text(result));
        } else {
            tell(upkeep);
        }
        return Exit.DONE.code();
    }

    private void tell(Upkeep upkeep) {
        List<String> lines = new ArrayList<>();
        upkeep.changes().forEach(change -> lines.add((dryRun ? "would change: " : "changed: ") + change));
        if (upkeep.changes().isEmpty()) {
            lines.add("up to date already");
        }
        if (!upkeep.granted().isEmpty()) {
            lines.add((dryRun ? "would grant: role " : "granted: role ") + upkeep.granted()
                    + " works on the tables, and owns none");
        }
        session.print(lines);
        session.say("Database: " + upkeep.shown());
        if (dryRun) {
            session.say(DryRun.NOTHING);
        }
    }
}
