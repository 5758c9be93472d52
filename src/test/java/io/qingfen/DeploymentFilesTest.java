package io.qingfen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is given to systemd, containers and Kubernetes is whole, hardened, and names only what there is. */
class DeploymentFilesTest {
    private static final Path OPS = Path.of("ops");
    private static final Pattern VARIABLE = Pattern.compile("QINGFEN_[A-Z_]+[A-Z]");
    private static final Set<String> KNOWN = Set.of(
            "QINGFEN_HOME",
            "QINGFEN_LOGS",
            "QINGFEN_DB_URL",
            "QINGFEN_DB_USER",
            "QINGFEN_DB_PASSWORD_FILE",
            "QINGFEN_DB_OWNER",
            "QINGFEN_DB_OWNER_PASSWORD_FILE",
            "QINGFEN_ACCOUNT_KEY_FILE");

    @Test
    void everyPodIsHardenedBoundedAndNamesWhatExists() throws IOException {
        List<Map<String, Object>> objects = documents(OPS.resolve("kubernetes/qingfen.yaml"));
        assertThat(objects)
                .extracting(one -> one.get("kind"))
                .contains("Deployment", "CronJob", "Job", "NetworkPolicy", "PersistentVolumeClaim");
        for (Map<String, Object> object : objects) {
            assertThat(object).containsKeys("apiVersion", "kind", "metadata");
            assertThat(map(object, "metadata")).containsKeys("name", "namespace");
        }
        List<Map<String, Object>> pods = pods(objects);
        assertThat(pods).hasSize(3);
        for (Map<String, Object> pod : pods) {
            assertThat(pod).containsEntry("automountServiceAccountToken", false);
            assertThat(map(pod, "securityContext")).containsEntry("runAsNonRoot", true);
            assertThat(map(pod, "securityContext", "seccompProfile")).containsEntry("type", "RuntimeDefault");
            assertThat(list(pod, "containers")).hasSize(1).allSatisfy(one -> requireHardened(one, pod));
        }
    }

    private static void requireHardened(Map<String, Object> container, Map<String, Object> pod) {
        assertThat(map(container, "securityContext"))
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("readOnlyRootFilesystem", true);
        assertThat(map(container, "securityContext", "capabilities")).containsEntry("drop", List.of("ALL"));
        assertThat(map(container, "resources", "limits")).containsKey("memory");
        assertThat(map(container, "resources", "requests")).containsKeys("cpu", "memory");
        assertThat(container.get("image").toString()).contains(":").doesNotEndWith(":latest");
        assertThat(container.toString()).as("secrets are files").doesNotContain("secretKeyRef");
        Set<Object> volumes = new HashSet<>();
        list(pod, "volumes").forEach(volume -> volumes.add(volume.get("name")));
        assertThat(list(container, "volumeMounts"))
                .extracting(mount -> mount.get("name"))
                .allMatch(volumes::contains);
    }

    @Test
    void whatServesIsProbedAndTheNightIsNotDoubled() throws IOException {
        List<Map<String, Object>> objects = documents(OPS.resolve("kubernetes/qingfen.yaml"));
        Map<String, Object> serving = kind(objects, "Deployment");
        assertThat(map(serving, "spec")).containsEntry("replicas", 1);
        assertThat(map(serving, "spec", "strategy")).containsEntry("type", "Recreate");
        assertThat(map(serving, "spec", "selector", "matchLabels"))
                .isEqualTo(map(serving, "spec", "template", "metadata", "labels"));
        Map<String, Object> container =
                list(map(serving, "spec", "template", "spec"), "containers").get(0);
        assertThat(container).containsKeys("startupProbe", "livenessProbe", "readinessProbe");
        Map<String, Object> night = map(kind(objects, "CronJob"), "spec");
        assertThat(night)
                .containsEntry("concurrencyPolicy", "Forbid")
                .containsEntry("suspend", true)
                .containsEntry("timeZone", "Asia/Shanghai");
    }

    @Test
    void composeRunsTheProgramWithoutRightsAndWithSecretsFromFiles() throws IOException {
        Map<String, Object> compose =
                documents(OPS.resolve("container/compose.yaml")).get(0);
        for (String name : List.of("migrate", "qingfen")) {
            Map<String, Object> service = map(compose, "services", name);
            assertThat(service)
                    .containsEntry("read_only", true)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"));
            for (Object secret : (List<?>) service.get("secrets")) {
                assertThat(map(compose, "secrets")).containsKey(secret.toString());
            }
            map(service, "environment")
                    .forEach((variable, value) -> assertThat(variable).doesNotMatch(".*(PASSWORD|KEY)$"));
        }
        assertThat(map(compose, "services", "qingfen")).containsKeys("healthcheck", "mem_limit");
        assertThat(Files.readString(OPS.resolve("container/Containerfile")))
                .contains("USER 10001:10001")
                .doesNotContain("ADD ")
                .doesNotContain(":latest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qingfen.service", "qingfen-night.service"})
    void unitsOfSystemdAreConfined(String unit) throws IOException {
        List<String> lines = Files.readAllLines(OPS.resolve("systemd").resolve(unit));
        assertThat(lines)
                .contains(
                        "User=qingfen",
                        "NoNewPrivileges=yes",
                        "CapabilityBoundingSet=",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "PrivateTmp=yes",
                        "PrivateDevices=yes",
                        "RestrictNamespaces=yes",
                        "SystemCallFilter=@system-service",
                        "UMask=0077",
                        "LimitCORE=0",
                        "SuccessExitStatus=143")
                .anyMatch(line -> line.startsWith("LoadCredential=db.password:"));
    }

    @Test
    void onlyVariablesThatTheProgramReadsAreSet() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String folder : List.of("systemd", "container", "kubernetes")) {
            try (Stream<Path> files = Files.list(OPS.resolve(folder))) {
                for (Path file : files.toList()) {
                    VARIABLE.matcher(Files.readString(file)).results().forEach(found -> named.add(found.group()));
                }
            }
        }
        assertThat(named).isEqualTo(new TreeSet<>(KNOWN));
    }

    /** Whoever upgrades wants to know what becomes of the books. */
    @Test
    void everyMigrationIsToldInTheUpgradeNotes() throws IOException {
        String notes = Files.readString(Path.of("docs/UPGRADING.md"));
        Set<String> versions = new TreeSet<>();
        for (String folder : List.of("migration", "migration-h2", "migration-postgresql")) {
            try (Stream<Path> files =
                    Files.list(Path.of("src/main/resources/db").resolve(folder))) {
                files.forEach(file -> versions.add(file.getFileName().toString().replaceAll("__.*", "")));
            }
        }
        assertThat(versions).hasSizeGreaterThan(12).allMatch(version -> notes.contains("| " + version + " |"));
    }

    private static List<Map<String, Object>> pods(List<Map<String, Object>> objects) {
        List<Map<String, Object>> pods = new ArrayList<>();
        for (Map<String, Object> object : objects) {
            switch (object.get("kind").toString()) {
                case "Deployment", "Job" -> pods.add(map(object, "spec", "template", "spec"));
                case "CronJob" -> pods.add(map(object, "spec", "jobTemplate", "spec", "template", "spec"));
                default -> assertThat(object.toString()).doesNotContain("containers");
            }
        }
        return pods;
    }

    private static Map<String, Object> kind(List<Map<String, Object>> objects, String kind) {
        return objects.stream()
                .filter(one -> kind.equals(one.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> documents(Path file) throws IOException {
        List<Map<String, Object>> documents = new ArrayList<>();
        Load yaml = new Load(LoadSettings.builder().setLabel(file.toString()).build());
        yaml.loadAllFromString(Files.readString(file)).forEach(one -> documents.add((Map<String, Object>) one));
        return documents;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> from, String... path) {
        Map<String, Object> current = from;
        for (String name : path) {
            assertThat(current).containsKey(name);
            current = (Map<String, Object>) current.get(name);
        }
        return current;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> from, String name) {
        return (List<Map<String, Object>>) from.get(name);
    }
}
