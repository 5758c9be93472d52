package io.qingfen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Size is a failing test: of files, of methods, of what is public. Measured on the parsed sources. */
class SizeTests {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int LONGEST_FILE = 400;
    private static final int USUAL_FILE = 200;
    private static final int LONGEST_METHOD = 50;
    private static final int USUAL_METHOD = 20;
    private static final int MOST_PUBLIC_PERCENT = 60;

    private static final List<Measured> METHODS = new ArrayList<>();
    private static final List<Measured> FILES = new ArrayList<>();
    private static final List<String> TYPES = new ArrayList<>();
    private static final List<String> PUBLIC_TYPES = new ArrayList<>();

    private record Measured(String name, long lines) {}

    @BeforeAll
    static void measure() throws IOException {
        List<Path> sources = sources(MAIN);
        for (Path source : sources) {
            FILES.add(new Measured(source.toString(), Files.readAllLines(source).size()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Measuring(unit, positions).scan(unit, null);
            }
        }
    }

    @Test
    void noFileIsLong() {
        assertThat(FILES).filteredOn(file -> file.lines() > LONGEST_FILE).isEmpty();
    }

    @Test
    void filesAreUsuallyShort() {
        assertThat(percentile95(FILES)).isLessThanOrEqualTo(USUAL_FILE);
    }

    @Test
    void noMethodIsLong() {
        assertThat(METHODS)
                .filteredOn(method -> method.lines() > LONGEST_METHOD)
                .isEmpty();
    }

    @Test
    void methodsAreUsuallyShort() {
        assertThat(percentile95(METHODS)).isLessThanOrEqualTo(USUAL_METHOD);
    }

    @Test
    void mostTypesStayInTheirPackage() {
        int percent = 100 * PUBLIC_TYPES.size() / TYPES.size();
        assertThat(percent)
                .as("public types: %d of %d", PUBLIC_TYPES.size(), TYPES.size())
                .isLessThanOrEqualTo(MOST_PUBLIC_PERCENT);
    }

    private static long percentile95(List<Measured> measured) {
        List<Measured> sorted = measured.stream()
                .sorted(Comparator.comparingLong(Measured::lines))
                .toList();
        return sorted.get(sorted.size() * 95 / 100).lines();
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }

    /** Lines of each method from its head to its closing brace, and the top-level types. */
    private static final class Measuring extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Measuring(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree tree, Void nothing) {
            tree.getTypeDecls().stream()
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .forEach(type -> {
                        String name = tree.getPackageName() + "." + type.getSimpleName();
                        TYPES.add(name);
                        if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                            PUBLIC_TYPES.add(name);
                        }
                    });
            return super.visitCompilationUnit(tree, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                LineMap lines = unit.getLineMap();
                long first = lines.getLineNumber(positions.getStartPosition(unit, method));
                long last = lines.getLineNumber(positions.getEndPosition(unit, method));
                String file =
                        Path.of(unit.getSourceFile().toUri()).getFileName().toString();
                METHODS.add(new Measured(file + ":" + first + " " + method.getName(), last - first + 1));
            }
            return super.visitMethod(method, nothing);
        }
    }
}
