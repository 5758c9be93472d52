package io.qingfen.intake;

import java.util.Collection;
import java.util.Map;

/** Names of input files by number, to write {@code file:line}. */
public interface InputFiles {
    Map<Integer, String> names(Collection<Integer> fileNumbers);
}
