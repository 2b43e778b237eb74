package org.athanor.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    private static final Path CONFIG = Path.of("/srv/shop/athanor.toml");

    @Test
    void a_password_is_never_in_it() {
        var profile = new Profile("shop", Environment.PRODUCTION, CONFIG,
                Optional.of("postgresql://anna:s3cret@db.example:5432/shop"));

        assertThat(new CommandText(profile).of(List.of("upgrade", "head")))
                .isEqualTo("athanor -c /srv/shop/athanor.toml"
                        + " --environment production --url postgresql://anna@db.example:5432/shop upgrade head");
    }

    @Test
    void a_saved_profile_is_named_and_quoted() {
        var profile = new Profile("shop's own", Environment.LOCAL, CONFIG, Optional.empty())
                .with(new DatabasePlace.SqliteFile(Path.of("/srv/shop.db")));

        assertThat(new CommandText(profile).of(List.of("downgrade", "-1")))
                .isEqualTo("athanor --profile 'shop'\\''s own' downgrade -1");
    }

    @Test
    void what_names_no_database_leaves_it_to_the_project() {
        var profile = new Profile("shop", Environment.LOCAL, CONFIG, Optional.empty());

        assertThat(new CommandText(profile).of(List.of("stamp", "billing@head")))
                .isEqualTo("athanor -c /srv/shop/athanor.toml stamp billing@head");
    }
}
