package io.qingfen.intake.jdbc;

import io.qingfen.intake.InputFiles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asked anew each time: a date that is run again, here or by another process, gives its numbers to other files. */
@Component
final class JdbcInputFiles implements InputFiles {
    private final JdbcClient jdbc;

    JdbcInputFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Integer, String> names(Collection<Integer> fileNumbers) {
        Map<Integer, String> names = new HashMap<>();
        jdbc.sql("select file_no, file_name from input_file where file_no = any(?)")
                .param(fileNumbers.toArray(Integer[]::new))
                .query(row -> {
                    names.put(row.getInt("file_no"), row.getString("file_name"));
                });
        return names;
    }
}
