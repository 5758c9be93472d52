package io.qingfen.intake.jdbc;

import io.qingfen.intake.InputFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers the names of routed files: from then on a number is never given to another file. */
@Component
final class JdbcInputFiles implements InputFiles {
    private static final int MOST_REMEMBERED = 200_000;
    private final JdbcClient jdbc;
    private final Map<Integer, String> remembered = new ConcurrentHashMap<>();

    JdbcInputFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Integer, String> names(Collection<Integer> fileNumbers) {
        Map<Integer, String> names = new HashMap<>();
        List<Integer> unknown = new ArrayList<>();
        for (Integer number : fileNumbers) {
            String name = remembered.get(number);
            if (name == null) {
                unknown.add(number);
            } else {
                names.put(number, name);
            }
        }
        if (!unknown.isEmpty()) {
            look(unknown, names);
        }
        return names;
    }

    private void look(List<Integer> numbers, Map<Integer, String> names) {
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        jdbc.sql("select file_no, file_name, state from input_file where file_no = any(?)")
                .param(numbers.toArray(Integer[]::new))
                .query(row -> {
                    names.put(row.getInt("file_no"), row.getString("file_name"));
                    if (row.getString("state").equals("ROUTED")) {
                        remembered.put(row.getInt("file_no"), row.getString("file_name"));
                    }
                });
    }
}
