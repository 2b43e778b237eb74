package org.athanor.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.Refusals.refused;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.dialect.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {
    private static final Path FOLDER = Path.of("/projects/shop");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            postgresql://ada@db.example:5433/shop                  | jdbc:postgresql://db.example:5433/shop | ada
            postgresql+psycopg2://ada:pw@localhost/shop            | jdbc:postgresql://localhost/shop       | ada
            postgres://ada@localhost/shop                          | jdbc:postgresql://localhost/shop       | ada
            postgresql://localhost/shop                            | jdbc:postgresql://localhost/shop       | -
            postgresql:///shop?host=db.example&user=ada            | jdbc:postgresql://db.example/shop      | ada
            postgresql://ada@localhost                             | jdbc:postgresql://localhost/ada        | ada
            postgresql://a%40b:pw@localhost/a%20b                  | jdbc:postgresql://localhost/a%20b      | a@b
            postgresql://ada@localhost/a/../b                      | jdbc:postgresql://localhost/a%2F..%2Fb | ada
            postgresql://ada@[::1]:5432/shop                       | jdbc:postgresql://[::1]:5432/shop      | ada
            jdbc:postgresql://localhost:5432/shop?user=ada         | jdbc:postgresql://localhost:5432/shop  | ada
            jdbc:postgresql://localhost/shop?user=ada&password=pw  | jdbc:postgresql://localhost/shop       | ada
            jdbc:postgresql://one:1,two:2/shop?user=a@b            | jdbc:postgresql://one:1,two:2/shop     | a@b
            jdbc:postgresql:shop                                   | jdbc:postgresql://localhost/shop       | -
            """)
    void a_server_s_url_is_read_in_either_form(String url, String jdbcUrl, String user) {
        var settings = parse(url);

        assertThat(settings.product()).isEqualTo(Product.POSTGRESQL);
        assertThat(settings.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(settings.user()).isEqualTo(Optional.ofNullable(user));
        assertThat(settings.file()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sqlite:///shop.db              | /projects/shop/shop.db
            sqlite:///data/../shop.db      | /projects/shop/shop.db
            sqlite:////var/shop.db         | /var/shop.db
            sqlite+pysqlite:///shop.db     | /projects/shop/shop.db
            jdbc:sqlite:shop.db            | /projects/shop/shop.db
            jdbc:sqlite:/var/shop.db       | /var/shop.db
            """)
    void a_file_s_url_is_read_in_either_form(String url, String file) {
        var settings = parse(url);

        assertThat(settings.product()).isEqualTo(Product.SQLITE);
        assertThat(settings.file()).contains(Path.of(file));
        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:sqlite:" + file);
        assertThat(settings.display()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite://", "sqlite:///:memory:", "jdbc:sqlite::memory:", "jdbc:sqlite:"})
    void memory_is_no_file(String url) {
        assertThat(parse(url).file()).isEmpty();
        assertThat(parse(url).jdbcUrl()).isEqualTo("jdbc:sqlite::memory:");
    }

    @ParameterizedTest
    @CsvSource({"postgresql://ada:s%40cr%2Ft@localhost/shop, s@cr/t", "postgresql://ada:s@cret@localhost/shop, s@cret",
            "postgresql://ada:a+b@localhost/shop, a+b", "postgresql://ada:se/cret@localhost/shop, se/cret",
            "jdbc:postgresql://localhost/shop?user=ada&password=s%26c, s&c"})
    void a_password_is_decoded_and_only_the_driver_sees_it(String url, String password) {
        var settings = parse(url);

        assertThat(settings.properties()).containsEntry("password", password).containsEntry("user", "ada");
        assertThat(settings.display()).isEqualTo("ada@localhost/shop");
        assertThat(settings.toString() + settings.display() + settings.jdbcUrl()).doesNotContain(password);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://me:x@host:5432/shop?sslmode=require | shop
            postgresql://me@[::1]/my%20shop                  | my shop
            jdbc:postgresql://a:1,b:2/shop                   | shop
            postgresql:///shop                               | shop
            sqlite:///data/shop.db                           | shop.db
            """)
    void the_short_name_is_what_a_person_types_to_confirm(String url, String name) {
        assertThat(Database.of(ConnectionSettings.parse(url, Path.of("/"))).shortName()).isEqualTo(name);
    }

    @Test
    void options_that_hold_a_secret_are_not_told_either() {
        var settings = parse("jdbc:postgresql://localhost/shop?user=ada&sslpassword=sesame");

        assertThat(settings.properties()).containsEntry("sslpassword", "sesame");
        assertThat(settings.toString() + settings.display()).doesNotContain("sesame");
    }

    @Test
    void options_get_the_driver_s_names_and_win_over_the_defaults() {
        var properties = parse("postgresql://ada@localhost/shop?application_name=x&connect_timeout=3&sslmode=require")
                .properties();

        assertThat(properties).containsExactlyInAnyOrderEntriesOf(Map.of("ApplicationName", "x", "connectTimeout", "3",
                "sslmode", "require", "loginTimeout", "15", "user", "ada"));
    }

    @Test
    void a_password_from_elsewhere_is_used_where_the_url_has_none() {
        var environment = Map.of("PGPASSWORD", "kept");

        assertThat(parse("postgresql://ada@localhost/shop").withPasswordOf(environment).properties())
                .containsEntry("password", "kept");
        assertThat(parse("postgresql://ada:own@localhost/shop").withPasswordOf(environment).properties())
                .containsEntry("password", "own");
        assertThat(parse("postgresql://ada@localhost/shop").withPasswordOf(Map.of("PGPASSWORD", "")).properties())
                .doesNotContainKey("password");
        assertThat(parse("sqlite:///shop.db").withPasswordOf(environment).properties()).doesNotContainKey("password");
    }

    @Test
    void a_sqlite_file_that_one_option_opens_for_reading_is_not_opened_for_writing_by_another() {
        assertThat(parse("sqlite:///shop.db?mode=ro&open_mode=6").options()).containsEntry("open_mode", "1");
        assertThat(parse("sqlite:///shop.db?open_mode=6&mode=ro").options()).containsEntry("open_mode", "1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysql://ada:sesame@localhost/shop            | The database URL does not start with postgresql:// or sqlite:///
            shop.db                                      | The database URL does not start with postgresql:// or sqlite:///
            sqlite://shop.db                             | A SQLite URL has three slashes before a relative file and four before an absolute one
            sqlite:shop.db                               | A SQLite URL has three slashes before a relative file and four before an absolute one
            postgresql://ada:sesame%4@localhost/shop     | The database URL has a % that is not followed by two hexadecimal digits
            postgresql://ada:sesame?x@localhost/shop     | The database URL can't be understood
            postgresql://ada:sesame                      | The database URL can't be understood
            postgresql://localhost:99999/shop            | 99999 in the database URL is not a port, which is a number from 1 to 65535
            postgresql://one:5432,[::1]:0/shop           | 0 in the database URL is not a port, which is a number from 1 to 65535
            jdbc:postgresql://h:99999999999/shop         | 99999999999 in the database URL is not a port, which is a number from 1 to 65535
            postgresql://ada:sesame@/shop?host=/var/run  | The database URL names the folder of a socket, and a server is only reached by its host and port
            postgresql://ada:sesame@%2Fvar%2Frun/shop    | The database URL names the folder of a socket, and a server is only reached by its host and port
            postgresql://h/shop?readOnlyMode=ignore      | The option readOnlyMode=ignore would weaken what guards the database
            jdbc:postgresql://h/shop?autosave=always     | The option autosave=always would weaken what guards the database
            postgresql://h/shop?options=-cdefault_transaction_read_only%3Doff | The options in the database URL set what guards the database
            postgresql://h/shop?options=--standard-conforming-strings%3Doff   | The options in the database URL set what guards the database
            sqlite:///shop.db?mode=rwc                   | Of SQLite's modes only mode=ro is understood
            sqlite:///shop.db?open_mode=70               | Of SQLite's open modes only 1, 2 and 6 are understood
            sqlite:///shop.db?immutable=1                | The SQLite option 'immutable' is not understood
            sqlite:///shop.db?enable_load_extension=true | The SQLite option 'enable_load_extension' is not understood
            """)
    void a_url_that_can_not_be_read_is_refused_without_showing_it(String url, String message) {
        assertThat(refusal(() -> parse(url))).isEqualTo("bad-url: " + message);
        assertThat(refused(() -> parse(url)).text()).doesNotContain("sesame");
    }

    private static ConnectionSettings parse(String url) {
        return ConnectionSettings.parse(url, FOLDER);
    }
}
