package io.qingfen.run;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * What the file system tells of a file without reading it. While the stamp of a path is the same, nobody has written into
 * the file or put another in its place: size and time of writing can be made to look the same, the time of the last change
 * (ctime, where the system has it) by no program. Two writes within one tick of the file system's clock, some
 * milliseconds, have one stamp; a disk that forgets has it too.
 *
 * @param bytes size
 * @param written last time of writing, which programs may set
 * @param changed last time of any change; where the system does not tell it, that of writing
 * @param which which file stands there; null where the system does not tell
 */
public record FileStamp(long bytes, FileTime written, FileTime changed, Object which) {
    private static final String WRITTEN = "lastModifiedTime";
    private static final String ASKED =
            (FileSystems.getDefault().supportedFileAttributeViews().contains("unix") ? "unix:ctime," : "")
                    + "size,fileKey," + WRITTEN;

    /**
     * Of the file that stands there now.
     *
     * @param links how a link is taken, as {@link Files} does
     * @throws java.nio.file.NoSuchFileException when none does
     */
    public static FileStamp of(Path path, LinkOption... links) throws IOException {
        Map<String, Object> told = Files.readAttributes(path, ASKED, links);
        FileTime written = (FileTime) told.get(WRITTEN);
        return new FileStamp(
                (Long) told.get("size"), written, (FileTime) told.getOrDefault("ctime", written), told.get("fileKey"));
    }
}
