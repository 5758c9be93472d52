package io.qingfen.intake;

/** The two canonical bulk files. The constant is the kind's name in the header line, {@link #prefix} in the file name. */
public enum FileKind {
    TERMINAL_BATCHES("terminal-batches"),
    AUTHORIZATIONS("authorizations");

    private final String prefix;

    FileKind(String prefix) {
        this.prefix = prefix;
    }

    public String prefix() {
        return prefix;
    }

    static FileKind ofPrefix(String prefix) {
        for (FileKind kind : values()) {
            if (kind.prefix.equals(prefix)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no file kind has the prefix " + prefix);
    }
}
