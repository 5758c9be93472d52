package io.qingfen.reference.batch;

import io.qingfen.run.FileProblems;
import io.qingfen.run.YamlMap;
import io.qingfen.run.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A YAML file of the reference data: strictly UTF-8, and of a size that people can check. */
record YamlFile(String file, FileProblems problems) {
    private static final int BYTES = YamlText.LONGEST;

    /** The mapping at the top, or empty and a problem, unless an optional file is absent. */
    Optional<YamlMap> read(ReferenceFiles files) throws IOException {
        Optional<InputStream> bytes = files.open(file);
        if (bytes.isEmpty()) {
            files.absence(file).ifPresent(why -> problems.add(file, 0, "", why));
            return Optional.empty();
        }
        return text(files, bytes.get()).flatMap(new YamlText(file, "see docs/SPEC-reference.md", problems)::map);
    }

    private Optional<String> text(ReferenceFiles files, InputStream bytes) throws IOException {
        byte[] content;
        try (bytes) {
            content = bytes.readNBytes(BYTES + 1);
        }
        if (content.length > BYTES) {
            problems.add(file, 0, "", "is longer than " + BYTES + " bytes; nobody could check it");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            int line = Utf8.firstBadLine(files.open(file).orElseThrow());
            problems.add(file, line, "", "is not UTF-8; save the file in UTF-8");
            return Optional.empty();
        }
    }
}
