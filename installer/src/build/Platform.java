import java.util.Locale;

/// The systems that packages are made for; each is made on its own.
enum Platform {
    LINUX("linux"), MAC("macos"), WINDOWS("windows");

    private final String word;

    Platform(String word) {
        this.word = word;
    }

    static Platform here() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") ? WINDOWS : name.contains("mac") ? MAC : LINUX;
    }

    /// As the portable archive's name says it.
    String named() {
        return word + "-" + (isArm() ? "arm64" : "x64");
    }

    static boolean isArm() {
        return System.getProperty("os.arch").equals("aarch64");
    }
}
