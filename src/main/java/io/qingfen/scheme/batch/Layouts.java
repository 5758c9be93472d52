package io.qingfen.scheme.batch;

import io.qingfen.scheme.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The field tables of the fixed-width formats, from the program's own resources. */
final class Layouts {
    private Layouts() {}

    /** @param name of the format, and of its table */
    static Layout of(String name) {
        String resource = name + ".csv";
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = Layout.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no field table " + resource);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            List<String> names = new ArrayList<>();
            List<Layout.Field> places = new ArrayList<>();
            for (CSVRecord row : CSVParser.parse(reader, format)) {
                names.add(row.get("field"));
                places.add(new Layout.Field(Integer.parseInt(row.get("start")), Integer.parseInt(row.get("end"))));
            }
            return Layout.of(name, names, places);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
