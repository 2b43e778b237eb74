package org.athanor.app.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the palette finds. Its sources are asked when it opens, and their entries then stay until it closes.
public final class PaletteViewModel {
    private static final int SHOWN = 200;

    private final List<Supplier<Stream<PaletteEntry>>> sources;
    private List<PaletteEntry> all = List.of();
    private final ReadOnlyObjectWrapper<List<PaletteEntry>> found = new ReadOnlyObjectWrapper<>(List.of());

    public PaletteViewModel(List<Supplier<Stream<PaletteEntry>>> sources) {
        this.sources = List.copyOf(sources);
    }

    public ReadOnlyObjectProperty<List<PaletteEntry>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    public void open() {
        all = sources.stream().flatMap(Supplier::get).toList();
        search("");
    }

    /// Shows the entries that have all the words, best first. Without words it shows what stands first in the sources.
    public void search(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            found.set(all.stream().limit(SHOWN).toList());
            return;
        }
        var words = text.split("\\s+", -1);
        found.set(all.stream().map(entry -> new Hit(entry, entry.distance(words)))
                .filter(hit -> PaletteEntry.isFound(hit.distance())).sorted(Comparator.comparingInt(Hit::distance))
                .limit(SHOWN).map(Hit::entry).toList());
    }

    private record Hit(PaletteEntry entry, int distance) {}
}
