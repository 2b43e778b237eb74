package org.athanor.app.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.athanor.app.profile.WindowPlace.Bounds;
import org.athanor.app.profile.WindowPlace.Look;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// The window's place as a table of its settings. What is wrong in it is left out with a word in the log, because nobody
/// writes it by hand, and the next close writes it anew.
final class WindowPlaceForm {
    private static final Logger LOG = Logger.getLogger(WindowPlaceForm.class.getName());
    private static final double SMALLEST = 200;
    private static final double FURTHEST = 100_000;

    private WindowPlaceForm() {}

    static String text(WindowPlace place) {
        var text = new StringBuilder("\n# Where the window was when it was closed; written by itself.\n[place]\n");
        place.bounds().ifPresent(b -> text.append("x = %d\ny = %d\nwidth = %d\nheight = %d\nmaximized = %b\n"
                .formatted(Math.round(b.x()), Math.round(b.y()), Math.round(b.width()), Math.round(b.height()),
                        b.maximized())));
        text.append("columns = [%s]\n".formatted(
                place.columns().stream().map(WindowPlaceForm::share).collect(Collectors.joining(", "))));
        place.drawer().ifPresent(drawer -> text.append("drawer = %s\n".formatted(share(drawer))));
        text.append("view = %s\ntab = %d\n".formatted(quoted(place.view().orElse("")), place.tab()));
        place.looks().forEach(look -> text.append("""

                [[place.look]]
                project = %s
                selected = %s
                folded = [%s]
                label = %s
                compared = [%s]
                """.formatted(quoted(look.project()), quoted(look.selected().orElse("")),
                list(look.folded()), quoted(look.label().orElse("")), list(look.compared()))));
        return text.toString();
    }

    private static String list(List<String> texts) {
        return texts.stream().map(WindowPlaceForm::quoted).collect(Collectors.joining(", "));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }

    private static String quoted(String text) {
        return "\"" + Toml.tomlEscape(text) + "\"";
    }

    static WindowPlace read(TomlTable settings, String key) {
        if (!settings.contains(key)) {
            return WindowPlace.NOWHERE;
        }
        if (!(settings.get(key) instanceof TomlTable place)) {
            return ignored(key, WindowPlace.NOWHERE);
        }
        return new WindowPlace(bounds(place), columns(place), number(place, "drawer", 0, 1), words(place, "view"),
                number(place, "tab", 0, 9).map(Double::intValue).orElse(0), looks(place));
    }

    private static Optional<Bounds> bounds(TomlTable place) {
        var x = number(place, "x", -FURTHEST, FURTHEST);
        var y = number(place, "y", -FURTHEST, FURTHEST);
        var width = number(place, "width", SMALLEST, FURTHEST);
        var height = number(place, "height", SMALLEST, FURTHEST);
        boolean maximized = place.get("maximized") instanceof Boolean is && is;
        return x.isEmpty() || y.isEmpty() || width.isEmpty() || height.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bounds(x.get(), y.get(), width.get(), height.get(), maximized));
    }

    private static List<Double> columns(TomlTable place) {
        if (!(place.get("columns") instanceof TomlArray array)) {
            return place.contains("columns") ? ignored("columns", List.of()) : List.of();
        }
        var shares = array.toList().stream().filter(share -> share instanceof Number number
                && number.doubleValue() >= 0 && number.doubleValue() <= 1)
                .map(share -> ((Number) share).doubleValue()).toList();
        return shares.size() == array.size() ? shares : ignored("columns", List.of());
    }

    private static List<Look> looks(TomlTable place) {
        if (!(place.get("look") instanceof TomlArray array)) {
            return place.contains("look") ? ignored("look", List.of()) : List.of();
        }
        var looks = new ArrayList<Look>();
        IntStream.range(0, array.size()).mapToObj(array::get).forEach(each -> {
            if (each instanceof TomlTable look && look.get("project") instanceof String project) {
                looks.add(new Look(project, words(look, "selected"), list(look, "folded"), words(look, "label"),
                        list(look, "compared")));
            } else {
                ignored("look", looks);
            }
        });
        return looks;
    }

    private static List<String> list(TomlTable look, String key) {
        return look.get(key) instanceof TomlArray array
                ? array.toList().stream().filter(String.class::isInstance).map(String.class::cast).toList()
                : List.of();
    }

    private static Optional<String> words(TomlTable table, String key) {
        if (table.contains(key) && !(table.get(key) instanceof String)) {
            return ignored(key, Optional.empty());
        }
        return Optional.ofNullable(table.get(key)).map(String.class::cast).filter(text -> !text.isEmpty());
    }

    private static Optional<Double> number(TomlTable table, String key, double least, double most) {
        var value = table.get(key);
        if (value instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most) {
            return Optional.of(number.doubleValue());
        }
        return value == null ? Optional.empty() : ignored(key, Optional.empty());
    }

    private static <T> T ignored(String key, T instead) {
        LOG.log(Level.INFO, "The window''s place has no such value: ''{0}'' is ignored", key);
        return instead;
    }
}
