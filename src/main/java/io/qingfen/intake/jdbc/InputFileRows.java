package io.qingfen.intake.jdbc;

import io.qingfen.intake.FileTrailer;
import io.qingfen.intake.InputFile;
import io.qingfen.intake.InputName;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of table input_file. */
final class InputFileRows {
    static final String SELECT = "select file_no, file_name, sha256, size_bytes, line_count, trailer_line,"
            + " stated_batches, stated_records, stated_amount from input_file ";

    private InputFileRows() {}

    static InputFile read(ResultSet row, int number) throws SQLException {
        FileTrailer trailer = new FileTrailer(
                row.getInt("trailer_line"),
                row.getLong("stated_batches"),
                row.getLong("stated_records"),
                row.getString("stated_amount"));
        return new InputFile(
                row.getInt("file_no"),
                name(row.getString("file_name")),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getLong("line_count"),
                trailer);
    }

    static InputName name(String text) {
        return InputName.of(text).orElseThrow(() -> new IllegalStateException("not an input file's name: " + text));
    }
}
