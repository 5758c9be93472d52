package io.qingfen.cli;

import io.qingfen.access.User;
import io.qingfen.access.Users;
import io.qingfen.run.Home;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The password of the first administrator, told once: on the terminal of whoever watches; where nobody does, what is
 * printed stays in a log for years, so it stands in a file of the home that its owner alone can read.
 */
final class FirstPassword {
    private static final String USER = "admin";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private final Path file;
    private final boolean watched;

    FirstPassword(Home home, boolean watched) {
        this.file = home.root().resolve("first-password");
        this.watched = watched;
    }

    /** Makes the user where there is none, and takes the file away when its password is changed. */
    void tell(Session session, Users users) {
        users.createFirst(USER).ifPresent(password -> session.say(told(password)));
        if (users.find(USER).filter(User::mustChangePassword).isEmpty()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                session.say("Remove " + file + ": its password was changed (" + stays.getMessage() + ")");
            }
        }
    }

    String told(String password) {
        String how = " (to be changed at once) and make users for people.";
        if (!watched) {
            try {
                Files.deleteIfExists(file);
                Files.createFile(file, ownersOnly());
                Files.writeString(file, password + "\n");
                return "First start: sign in as " + USER + " with the password in " + file + how;
            } catch (IOException readOnly) {
                // A home that cannot be written has its books elsewhere; without the password nobody would get in.
            }
        }
        return "First start: sign in as " + USER + " with the password " + password + how + " It is shown once.";
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)} : new FileAttribute<?>[] {};
    }
}
