package org.athanor.app.cli;

import org.athanor.engine.hazard.Hazard.Severity;

/// What a colour stands for. The words beside it always say the same.
enum Ink {
    FAULT("1;31"), CAUTION("33"), GOOD("32"), STRONG("1"), FAINT("2");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    String on(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }

    static Ink of(Severity severity) {
        return switch (severity) {
            case DESTRUCTIVE -> FAULT;
            case WARNING -> CAUTION;
            case NOTE -> FAINT;
        };
    }
}
