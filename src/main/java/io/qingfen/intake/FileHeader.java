package io.qingfen.intake;

import java.util.ArrayList;
import java.util.List;

/** The line {@code H,KIND,VERSION,DATE,SEQUENCE}, which must say what the file's name says. */
final class FileHeader {
    private static final String VERSION = "1";

    private FileHeader() {}

    /** What is wrong with this header line of a file of this name; empty when nothing is. */
    static List<String> problems(Fields fields, int count, InputName name) {
        if (count != 5) {
            return List.of("the header must be H,KIND,VERSION,DATE,SEQUENCE: "
                    + (count < 0 ? "its quotes do not close" : count + " fields instead of 5"));
        }
        List<String> problems = new ArrayList<>();
        if (!fields.equals(1, name.kind().name())) {
            problems.add("the header says kind " + fields.shown(1) + ", the name " + name.kind());
        }
        if (!fields.equals(2, VERSION)) {
            problems.add("the header says version " + fields.shown(2) + ", only version 1 is known");
        }
        if (!fields.equals(3, name.date().toString())) {
            problems.add("the header says date " + fields.shown(3) + ", the name " + name.date());
        }
        boolean short5 = fields.end(4) - fields.begin(4) <= 5 && !fields.isEmpty(4);
        if (!short5 || fields.digits(4, fields.end(4) - fields.begin(4)) != name.sequence()) {
            problems.add("the header says sequence " + fields.shown(4) + ", the name " + name.sequence());
        }
        return problems;
    }
}
