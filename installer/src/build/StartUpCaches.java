import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The classes of the command line and of the window, loaded and linked once and kept: docs/decisions/0021.
final class StartUpCaches {
    private final Product product;
    private final List<String> left;

    StartUpCaches(Product product, List<String> left) {
        this.product = product;
        this.left = left;
    }

    void make() throws IOException, InterruptedException {
        train("cli", product.root().resolve("app/src/main/launcher/training"));
        try {
            train("window", product.root().resolve("app/src/main/launcher/training/window"));
        } catch (IOException e) {
            left.add("The window starts without a cache: its walk on JavaFX' headless platform failed here. " + e.getMessage());
        }
    }

    private void train(String face, Path training) throws IOException, InterruptedException {
        var scratch = Files.createDirectories(product.work().resolve("training-" + face));
        var java = product.runtime().resolve(product.platform() == Platform.WINDOWS ? "bin/java.exe" : "bin/java");
        var command = new ArrayList<>(List.of(java.toString(), "@" + product.app().resolve(face + ".options"),
                // Without what was hot: to compile all of that anew costs each call more than it gains.
                "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining",
                "-XX:AOTCacheOutput=" + product.app().resolve(face + ".aot"), "-Dathanor.home=" + product.app(),
                "-Dorg.sqlite.lib.path=" + product.app(), "-cp",
                product.mainJar().toString(), "org.athanor.app.Training", training.toString()));
        Tools.call(scratch, product.work().resolve("training-" + face + ".log"),
                Map.of("XDG_CACHE_HOME", scratch.resolve("cache").toString(), "XDG_STATE_HOME",
                        scratch.resolve("state").toString(), "XDG_CONFIG_HOME", scratch.resolve("config").toString()),
                command);
    }
}
