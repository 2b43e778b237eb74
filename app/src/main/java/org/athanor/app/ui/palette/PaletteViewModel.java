package org.athanor.app.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.athanor.app.ui.Background;

/// What the palette finds. Its sources are asked when it opens, and their entries then stay until it closes.
///
/// Enter does what stands first, so what was typed is looked for at once and not later. That is quick because the texts are
/// made ready in the background while somebody thinks, and because what goes on typing looks among the last hits only.
public final class PaletteViewModel {
    private static final int SHOWN = 200;

    private final List<Supplier<Stream<PaletteEntry>>> sources;
    private final Background background;
    private List<PaletteEntry> all = List.of();
    private List<PaletteLine> lines = List.of();
    private List<PaletteLine> hits = List.of();
    private String before = "";
    private final ReadOnlyObjectWrapper<List<PaletteEntry>> found = new ReadOnlyObjectWrapper<>(List.of());

    public PaletteViewModel(List<Supplier<Stream<PaletteEntry>>> sources, Background background) {
        this.sources = List.copyOf(sources);
        this.background = background;
    }

    public ReadOnlyObjectProperty<List<PaletteEntry>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    @SuppressWarnings("ReferenceEquality") // The entries of this opening, not equal ones.
    public void open() {
        var entries = sources.stream().flatMap(Supplier::get).toList();
        all = entries;
        lines = List.of();
        search("");
        background.run(() -> lines(entries), ready -> {
            if (all == entries) {
                lines = ready;
            }
        }, _ -> {});
    }

    /// Shows the entries that have all the words, best first. Without words it shows what stands first in the sources.
    public void search(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            before = "";
            found.set(all.stream().limit(SHOWN).toList());
            return;
        }
        var words = text.split("\\s+", -1);
        var best = among(text).stream().map(line -> new Hit(line, line.distance(words)))
                .filter(hit -> PaletteLine.isFound(hit.distance())).toList();
        before = text;
        hits = best.stream().map(Hit::line).toList();
        found.set(best.stream().sorted(Comparator.comparingInt(Hit::distance)).limit(SHOWN)
                .map(hit -> hit.line().entry()).toList());
    }

    /// Whatever has longer words has their beginnings.
    private List<PaletteLine> among(String text) {
        if (!before.isEmpty() && text.startsWith(before)) {
            return hits;
        }
        if (lines.isEmpty()) {
            lines = lines(all);
        }
        return lines;
    }

    private static List<PaletteLine> lines(List<PaletteEntry> entries) {
        return entries.stream().map(PaletteLine::of).toList();
    }

    private record Hit(PaletteLine line, int distance) {}
}
