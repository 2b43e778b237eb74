package org.athanor.app.ui.palette;

/// One line of the palette. `sort` is what it is, in a word; `detail` is found, too; `key` and `whyNot` may be empty.
public record PaletteEntry(String sort, String title, String detail, String key, String whyNot, Runnable deed) {}
