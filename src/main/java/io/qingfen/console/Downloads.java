package io.qingfen.console;

import io.qingfen.overview.OutboxFiles;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Home;
import io.qingfen.run.OnlyServing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/** Opens files of the outbox that the books know, and nothing else; each time is an audit record. */
@OnlyServing
@Component
class Downloads {
    private final OutboxFiles files;
    private final Home home;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ProvenFiles proven = new ProvenFiles(Downloads::sha256, InstantSource.system());

    Downloads(OutboxFiles files, Home home, Audit audit, PlatformTransactionManager transactions) {
        this.files = files;
        this.home = home;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A file as it stands on the disk.
     *
     * @param bytes −1 when it is not there
     * @param whole whether it has as many bytes as the books say
     */
    record Looked(OutboxFiles.File file, long bytes, boolean whole) {}

    record Opened(OutboxFiles.File file, Resource content) {}

    Looked look(LocalDate date, OutboxFiles.File file) {
        Path path = home.outbox(date).resolve(file.name());
        try {
            long bytes = Files.isRegularFile(path) ? Files.size(path) : -1;
            return new Looked(file, bytes, bytes >= 0 && (file.bytes() == null || file.bytes() == bytes));
        } catch (IOException unreadable) {
            return new Looked(file, -1, false);
        }
    }

    /**
     * @param name exactly as the books have it, so that no path leads elsewhere
     * @param range what the request asks for, null for the whole file
     */
    Opened open(Principal who, LocalDate date, String name, String range) {
        OutboxFiles.File file = known(date, name);
        Path path = home.outbox(date).resolve(name);
        try {
            refuseUnless(proven.has(path, file.sha256()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        boolean part = range != null && range.matches("bytes=[0-9, -]{1,60}");
        audit(new Actor(who.getName()), date + " " + name, "sha256 " + file.sha256() + (part ? ", " + range : ""));
        return new Opened(file, new FileSystemResource(path));
    }

    /** The whole file. */
    byte[] bytes(Principal who, LocalDate date, String name) {
        OutboxFiles.File file = known(date, name);
        try {
            byte[] bytes = Files.readAllBytes(home.outbox(date).resolve(name));
            refuseUnless(sha256(bytes).equals(file.sha256()));
            audit(new Actor(who.getName()), date + " " + name, "sha256 " + file.sha256() + ", looked at");
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One that is there with as many bytes as were written. */
    private OutboxFiles.File known(LocalDate date, String name) {
        OutboxFiles.File file =
                files.find(date, name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Looked looked = look(date, file);
        if (looked.bytes() < 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        refuseUnless(looked.whole());
        return file;
    }

    /**
     * Any other is a file that somebody changed. The size alone would let an account in a bank file be exchanged for another.
     */
    private static void refuseUnless(boolean asWritten) {
        if (!asWritten) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
    }

    void audit(Actor who, String subject, String detail) {
        transaction.executeWithoutResult(status -> audit.record(who, "console.download", subject, detail));
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
