import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// Calls the JDK's tools and those of the system; one that fails ends the build with what it said.
final class Tools {
    private Tools() {}

    static void jdk(String tool, List<String> arguments) {
        int code = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments.toArray(new String[0]));
        if (code != 0) {
            throw new IllegalStateException(tool + " failed: " + String.join(" ", arguments));
        }
    }

    static void call(Path folder, Path log, String... command) throws IOException, InterruptedException {
        call(folder, log, Map.of(), List.of(command));
    }

    static void call(Path folder, Path log, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().remove("DISPLAY");
        if (builder.start().waitFor() != 0) {
            throw new IOException("%s failed:%n%s".formatted(String.join(" ", command), Files.readString(log)));
        }
    }

    static boolean isInstalled(String tool) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)) || Files.isExecutable(Path.of(folder, tool + ".exe")));
    }
}
