package io.qingfen.health;

import io.qingfen.run.Home;
import java.util.List;
import java.util.ServiceLoader;

/** Looks at an installation from outside: its database may be away, its files may be wrong. */
public interface Doctor {
    static Doctor standalone() {
        return ServiceLoader.load(Doctor.class).findFirst().orElseThrow();
    }

    /**
     * @param diskNeed bytes that must be free for the next night; 0 to reckon them from the files of the last ones
     */
    Examination examine(Home home, long diskNeed);

    /**
     * @param fingerprint SHA-256 over the effective settings and the reference files, without secrets; two
     *     installations with the same one settle alike
     */
    record Examination(List<Finding> findings, String fingerprint) {
        public boolean isSound() {
            return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.FAIL);
        }
    }
}
