package io.qingfen.cli;

import java.util.List;

/** Errors for people: every problem, each with what, where, why and the next command. */
record Problems(Console console) {
    void print(List<String> problems) {
        for (String problem : problems) {
            console.err().println(console.bad("error:") + " " + problem);
        }
    }
}
