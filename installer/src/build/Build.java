import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes the image and the packages for the system that it runs on. Called by `mvn -Pinstaller package`, with the JDK that
/// the image is cut from: `java -cp … Build.java ROOT VERSION`, where ROOT is the folder of the whole project.
final class Build {
    private final Product product;
    private final List<String> left = new ArrayList<>();

    private Build(Product product) {
        this.product = product;
    }

    public static void main(String[] arguments) throws Exception {
        new Build(new Product(Path.of(arguments[0]), arguments[1], Platform.here())).run();
    }

    private void run() throws Exception {
        Folders.remove(product.work());
        Folders.remove(product.packages());
        Files.createDirectories(product.packages());
        var icons = Icons.of(product.sources().resolve("icon/athanor.svg"), product.work().resolve("icons"));
        icons.make();
        new Image(product, icons).make();
        new Share(product, icons).make();
        new StartUpCaches(product, left).make();
        inParallel(packages(icons));
        Checksums.write(product.packages());
        left.forEach(sentence -> System.out.println("[WARNING] " + sentence));
        report();
    }

    private List<Callable<?>> packages(Icons icons) {
        var makers = new ArrayList<Callable<?>>();
        makers.add(() -> new Archive(product).make());
        switch (product.platform()) {
            case LINUX -> {
                offer(makers, "dpkg-deb", "the .deb", () -> new DebianPackage(product).make());
                offer(makers, "rpmbuild", "the .rpm", () -> new RpmPackage(product).make());
            }
            case MAC -> List.of("dmg", "pkg").forEach(type -> makers.add(() -> new Installer(product, icons, type).make()));
            case WINDOWS -> {
                offer(makers, "wix", "the .msi and the .exe", () -> {
                    new Installer(product, icons, "msi").make();
                    return new Installer(product, icons, "exe").make();
                });
            }
        }
        return makers;
    }

    private void offer(List<Callable<?>> makers, String tool, String what, Callable<?> maker) {
        if (Tools.isInstalled(tool)) {
            makers.add(maker);
        } else {
            left.add("Not made: %s, because %s isn't installed here.".formatted(what, tool));
        }
    }

    private static void inParallel(List<Callable<?>> makers) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            makers.forEach(maker -> running.add(threads.submit(maker)));
            for (var one : running) {
                one.get();
            }
        }
    }

    private void report() throws IOException {
        System.out.printf("%-48s %6.1f MB%n", product.image(), Folders.size(product.image()) / 1e6);
        try (var files = Files.list(product.packages())) {
            for (var file : files.sorted().toList()) {
                System.out.printf("%-48s %6.1f MB%n", file.getFileName(), Files.size(file) / 1e6);
            }
        }
    }
}
