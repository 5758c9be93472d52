package io.qingfen.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Where a command talks: results on {@code out}, messages on {@code err}.
 *
 * @param terminal a person is watching: a line may be overwritten
 * @param colored colour may be used; never when piped, unless asked for
 */
record Console(PrintStream out, PrintStream err, boolean terminal, boolean colored) {

    static Console system(String[] args) {
        boolean terminal = isTerminal();
        return new Console(
                utf8(FileDescriptor.out), utf8(FileDescriptor.err), terminal, colored(args, terminal, System.getenv()));
    }

    /** The flag decides, then NO_COLOR, then whether a person is watching. */
    static boolean colored(String[] args, boolean terminal, Map<String, String> environment) {
        return switch (choice(List.of(args))) {
            case "always" -> true;
            case "never" -> false;
            default -> terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        };
    }

    private static String choice(List<String> args) {
        int flag = args.indexOf("--color");
        if (flag >= 0 && flag + 1 < args.size()) {
            return args.get(flag + 1);
        }
        return args.stream()
                .filter(arg -> arg.startsWith("--color="))
                .map(arg -> arg.substring("--color=".length()))
                .findFirst()
                .orElse("auto");
    }

    /** From release 22 on there is a console without a terminal too; it can be asked. */
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    String strong(String text) {
        return paint("1", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    String bad(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return colored ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
