package io.qingfen.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * What a round of matching leaves for the next one.
 *
 * @param captures without rrn and without counterpart, in order of appearance
 * @param authorizations candidates without counterpart, in order of appearance
 */
record Unpaired(List<CaptureSide> captures, List<AuthorizationSide> authorizations) {
    static Unpaired nothing() {
        return new Unpaired(new ArrayList<>(), new ArrayList<>());
    }
}
