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
        train("reading", "cli");
        train("cli", "cli");
        try {
            train("window", "window");
        } catch (IOException e) {
            left.add("The window starts without a cache: its walk on JavaFX' headless platform failed here. " + e.getMessage());
        }
    }

    private void train(String face, String options) throws IOException, InterruptedException {
        var training = product.root().resolve("app/src/main/launcher/training").resolve(face);
        var scratch = Files.createDirectories(product.work().resolve("training-" + face));
        var java = product.runtime().resolve(product.platform() == Platform.WINDOWS ? "bin/java.exe" : "bin/java");
        var command = new ArrayList<>(List.of(java.toString(), "@" + product.app().resolve(options + ".options"),
                // Without what was hot: to compile all of that anew costs each call more than it gains.
                "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining",
                "-XX:AOTCacheOutput=" + product.app().resolve(face + ".aot"), "-Dathanor.home=" + product.app(),
                "-Dorg.sqlite.lib.path=" + product.app(), "-cp",
                product.mainJar().toString(), "org.athanor.app.Training", training.toString()));
        Tools.call(scratch, product.work().resolve("training-" + face + ".log"),
                // A word that is no path is as good as none, as for most people, whose caches and settings are below their home.
                Map.of("HOME", scratch.toString(), "XDG_CACHE_HOME", "unset", "XDG_STATE_HOME", "unset", "XDG_CONFIG_HOME",
                        "unset"),
                command);
    }
}
