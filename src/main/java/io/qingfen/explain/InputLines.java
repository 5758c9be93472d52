package io.qingfen.explain;

import io.qingfen.intake.Source;
import java.util.Collection;
import java.util.Map;

/** Lines of the input files that the books were made of, as they are kept in the archive. */
public interface InputLines {
    /** These lines, in clear, without line end; those of files that are not there any more are absent. */
    Map<Source, String> of(Collection<Source> sources);
}
