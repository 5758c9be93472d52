package io.qingfen.notifications.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A mail server on 127.0.0.1 that offers STARTTLS and takes mail after it only; one client. */
final class StartTlsServer implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    /** What the client said in clear, and what it said encrypted. */
    final List<String> inClear = Collections.synchronizedList(new ArrayList<>());

    final List<String> encrypted = Collections.synchronizedList(new ArrayList<>());
    private final KeyStore keys;
    private final Thread thread = new Thread(this::serve, "mail server of a test");

    StartTlsServer(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        keys = keys(folder.resolve("mail.p12"));
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** A client that trusts this server's certificate. */
    SSLContext client() throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private void serve() {
        try (Socket clear = socket.accept()) {
            converse(clear.getInputStream(), clear.getOutputStream(), "250-test\r\n250 STARTTLS", inClear);
            try (SSLSocket secure =
                    (SSLSocket) server().getSocketFactory().createSocket(clear, "127.0.0.1", clear.getPort(), true)) {
                secure.setUseClientMode(false);
                converse(secure.getInputStream(), secure.getOutputStream(), "250 test", encrypted);
            }
        } catch (IOException | GeneralSecurityException ended) {
            encrypted.add("ended: " + ended);
        }
    }

    private static void converse(InputStream in, OutputStream out, String hello, List<String> said) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        boolean first = hello.contains("STARTTLS");
        if (first) {
            answer(out, "220 ready");
        }
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            String word = line.split(" ")[0];
            switch (word) {
                case "EHLO" -> answer(out, hello);
                case "STARTTLS" -> answer(out, "220 go on");
                case "DATA" -> answer(out, "354 send");
                case "QUIT" -> answer(out, "221 bye");
                case "MAIL", "RCPT", "." -> answer(out, "250 ok");
                default -> {}
            }
            if (word.equals("STARTTLS") || word.equals("QUIT")) {
                return;
            }
        }
    }

    private static void answer(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private SSLContext server() throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore keys(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String made = "-genkeypair -alias mail -keyalg EC -dname CN=mail -ext SAN=ip:127.0.0.1 -validity 2"
                + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore";
        List<String> command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(made.split(" ")));
        command.add(file.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        process.waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        socket.close();
        thread.join();
    }
}
