package io.qingfen.run;

import java.util.regex.Pattern;

/** A person, or the system, that does something worth remembering. Its name is unique in the installation. */
public record Actor(String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,60}");

    /** The night, acting by its settings. */
    public static final Actor SYSTEM = new Actor("system");

    /** @throws IllegalArgumentException when the name could be mistaken for another or break a line */
    public Actor {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a user name: 1 to 60 of A-Z a-z 0-9 . _ @ -");
        }
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Whether both names are one person's, however it is written: nobody is the second person of the own act. */
    public boolean isSamePersonAs(Actor other) {
        return name.equalsIgnoreCase(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
