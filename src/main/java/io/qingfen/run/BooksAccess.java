package io.qingfen.run;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The database of a home without a running application: looked at, or brought up to date. */
public interface BooksAccess {
    static BooksAccess standalone() {
        return ServiceLoader.load(BooksAccess.class).findFirst().orElseThrow();
    }

    /**
     * Which database the home's settings and the environment name.
     *
     * @throws Refusal when a file of the settings cannot be read
     */
    Address address(Home home);

    /**
     * Makes or changes the tables as the role that owns them, when the settings name one, and gives the role of the
     * program what it needs; without one as the role of the program.
     *
     * @throws Refusal when the database cannot be reached, or is not Qingfen's
     */
    Upkeep bringUpToDate(Home home);

    /**
     * What {@link #bringUpToDate} would do now, as the same role; makes no database and changes none.
     *
     * @throws Refusal when the database cannot be reached, or holds what this program does not know
     */
    Upkeep pending(Home home);

    /**
     * @param shown the database and the role that worked, without a password
     * @param changes made to the tables, in order; empty when they were up to date
     * @param granted the role of the program that may now work on them, empty when it is their owner
     */
    record Upkeep(String shown, List<String> changes, String granted) {}

    /** One database. */
    interface Address {
        /** For people, without a password. */
        String shown();

        Dialect dialect();

        /** The file of the embedded database; empty for a server. */
        Optional<Path> file();

        /** One connection in the isolation of the program; waits a few seconds at most, and makes no database. */
        Connection connect() throws SQLException;

        /**
         * What the books lack of what has left this home; empty when nothing.
         *
         * @param mark the file {@link BooksMark#FILE}, which may not be there
         * @throws Refusal when the file is not one that this program wrote
         */
        Optional<String> lacks(Connection connection, Path mark);

        /** How the tables compare with those that this program knows. */
        Tables tables(Connection connection);
    }

    /**
     * @param version of the last change of the tables, empty without any
     * @param missing changes that this program would make
     * @param foreign changes that this program does not know, or knows otherwise
     */
    record Tables(String version, List<String> missing, List<String> foreign) {}
}
