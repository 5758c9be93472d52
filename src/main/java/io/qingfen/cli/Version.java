package io.qingfen.cli;

import picocli.CommandLine.IVersionProvider;

/** The release, from the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String release = Version.class.getPackage().getImplementationVersion();
        return new String[] {"qingfen " + (release == null ? "(unpackaged)" : release)};
    }
}
