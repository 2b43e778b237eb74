package org.athanor.app.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.athanor.app.ui.Background;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final PaletteViewModel model = new PaletteViewModel(List.of(
            () -> Stream.of(entry("Merge heads", ""), entry("Upgrade to head", "")),
            () -> Stream.of(entry("3aa1a1a61566", "Create the unpaid invoice view billing"),
                    entry("27c6a30d7c24", "Create the customer table"))),
            Background.immediate());

    @Test
    void what_is_typed_letter_by_letter_finds_the_same() {
        model.open();
        for (var typed : List.of("c", "cr", "cre", "cre ", "cre i", "cre in")) {
            model.search(typed);
        }
        assertThat(titles()).containsExactly("3aa1a1a61566");
        model.search("cre cu");
        assertThat(titles()).containsExactly("27c6a30d7c24");
        model.search("head");
        assertThat(titles()).containsExactly("Merge heads", "Upgrade to head");
    }

    @Test
    void all_words_must_be_there_in_any_order() {
        assertThat(found("invoice create")).containsExactly("3aa1a1a61566");
        assertThat(found("invoice customer")).isEmpty();
    }

    @Test
    void the_beginning_of_a_title_comes_before_the_middle_of_one() {
        assertThat(found("he")).startsWith("Merge heads", "Upgrade to head");
        assertThat(found("up")).startsWith("Upgrade to head");
    }

    @Test
    void without_words_everything_is_there_in_its_order() {
        assertThat(found(" ")).containsExactly("Merge heads", "Upgrade to head", "3aa1a1a61566", "27c6a30d7c24");
    }

    @Test
    void labels_and_ids_are_found() {
        assertThat(found("billing")).containsExactly("3aa1a1a61566");
        assertThat(found("27c6")).containsExactly("27c6a30d7c24");
    }

    private List<String> found(String typed) {
        model.open();
        model.search(typed);
        return titles();
    }

    private List<String> titles() {
        return model.foundProperty().get().stream().map(PaletteEntry::title).toList();
    }

    private static PaletteEntry entry(String title, String detail) {
        return new PaletteEntry("", title, detail, "", "", () -> {});
    }
}
