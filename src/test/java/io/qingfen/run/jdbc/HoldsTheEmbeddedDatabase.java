package io.qingfen.run.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;

/** A process of its own that has the embedded database open until its input ends. */
final class HoldsTheEmbeddedDatabase {
    private HoldsTheEmbeddedDatabase() {}

    public static void main(String[] args) throws Exception {
        try (HikariDataSource open = Databases.open(DatabaseSettings.embedded(Path.of(args[0])), 1)) {
            System.out.println("open");
            System.in.read();
        }
    }
}
