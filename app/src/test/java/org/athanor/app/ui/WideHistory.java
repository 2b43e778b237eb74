package org.athanor.app.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;

/// A project in which many teams have worked side by side for a while, and merged at times.
final class WideHistory {
    private static final List<String> TEAMS = List.of("billing", "catalogue", "search", "shipping", "returns",
            "accounts",
            "reports", "suppliers", "prices", "stock", "vouchers", "reviews", "mail", "tax");
    private static final List<String> WORKS = List.of("Create the %s tables", "Index %s by day", "Add the owner to %s",
            "Split %s by country", "Keep the history of %s");
    private static final int MERGED_TOGETHER = 4;

    private final Path versions;
    private int number;

    private WideHistory(Path versions) {
        this.versions = versions;
    }

    static Profile in(Path folder) throws IOException {
        var history = new WideHistory(Files.createDirectories(folder.resolve("projects/market/versions")));
        Files.writeString(folder.resolve("projects/market/athanor.toml"), "[athanor]\n");
        history.write();
        return new Profile("market", Environment.DEV, folder.resolve("projects/market/athanor.toml"),
                Optional.of("jdbc:sqlite:" + folder.resolve("market.db")));
    }

    private void write() throws IOException {
        var base = file("", "Create the market");
        var heads = new ArrayList<String>();
        for (int team = 0; team < TEAMS.size(); team++) {
            heads.add(base);
        }
        for (var work : WORKS) {
            for (int team = 0; team < TEAMS.size(); team++) {
                heads.set(team, file(heads.get(team), work.formatted(TEAMS.get(team))));
            }
        }
        var merged = new ArrayList<String>();
        for (int first = 0; first < heads.size(); first += MERGED_TOGETHER) {
            var group = heads.subList(first, Math.min(heads.size(), first + MERGED_TOGETHER));
            merged.add(file(String.join(", ", group), "Merge " + teams(first, group.size())));
        }
        file(String.join(", ", merged), "Merge all teams");
    }

    private static String teams(int first, int count) {
        return String.join(", ", IntStream.range(first, first + count).mapToObj(TEAMS::get).toList());
    }

    private String file(String parents, String message) throws IOException {
        var id = "%08x%04x".formatted(0x9E3779B9 * ++number, number);
        Files.writeString(versions.resolve(id + ".sql"), """
                -- revision: %s
                -- down_revision: %s
                -- message: %s
                -- created: 2026-%02d-%02dT09:00:00Z

                -- +upgrade
                SELECT 1;

                -- +downgrade
                SELECT 1;
                """.formatted(id, parents, message, 1 + number / 28, 1 + number % 28));
        return id;
    }
}
