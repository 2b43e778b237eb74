package org.athanor.engine.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.athanor.engine.dialect.Product;

/// How to reach a database: what the driver is told, with the password kept apart from everything that is shown.
public record ConnectionSettings(Product product, String jdbcUrl, Optional<Path> file, Optional<String> user,
        Optional<Secret> password, Map<String, String> options) {
    private static final Map<Product, Map<String, String>> DEFAULTS = Map.of(Product.POSTGRESQL,
            Map.of("ApplicationName", "athanor", "connectTimeout", "10", "loginTimeout", "15"), Product.SQLITE,
            Map.of("busy_timeout", "5000", "transaction_mode", "IMMEDIATE"));

    public ConnectionSettings {
        options = Map.copyOf(options);
    }

    /// Reads a URL in SQLAlchemy's or JDBC's form. A relative SQLite file is looked for in the given folder.
    public static ConnectionSettings parse(String url, Path folder) {
        return new UrlParser(url, folder).parse();
    }

    /// The same database with the password that PostgreSQL's own programs take from the environment, where the URL had none;
    /// the driver itself looks at `.pgpass` only.
    public ConnectionSettings withPasswordOf(Map<String, String> environment) {
        var given = Optional.ofNullable(environment.get("PGPASSWORD"))
                .filter(text -> product == Product.POSTGRESQL && !text.isEmpty()).map(Secret::new);
        return new ConnectionSettings(product, jdbcUrl, file, user, password.or(() -> given), options);
    }

    /// Another database of the same server.
    ConnectionSettings withDatabase(String name) {
        return new ConnectionSettings(product, jdbcUrl.replaceFirst("(?<=[^/:]/|:)[^/?:]*(?=\\?|$)", name), file, user,
                password, options);
    }

    /// What the driver gets: options, user and password.
    public Properties properties() {
        var properties = new Properties();
        properties.putAll(DEFAULTS.getOrDefault(product, Map.of()));
        properties.putAll(options);
        user.ifPresent(u -> properties.setProperty("user", u));
        password.ifPresent(p -> properties.setProperty("password", p.reveal()));
        return properties;
    }

    /// The database as a person would name it; never with a password.
    public String display() {
        return file.map(Path::toString).orElseGet(() -> user.map(u -> u + "@").orElse("")
                + jdbcUrl.replaceFirst("^jdbc:(postgresql:(//)?|sqlite:)", ""));
    }

    /// The database's own name, or its file's.
    String shortName() {
        return file.map(Path::getFileName).map(Path::toString).orElseGet(() -> {
            var path = jdbcUrl.replaceFirst("\\?.*$", "").replaceFirst("^jdbc:\\w+:(//[^/]*/)?", "");
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        });
    }

    /// Options may hold secrets too, such as a key's password.
    @Override
    public String toString() {
        return display();
    }
}
