package org.athanor.app.ui.graph;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javafx.beans.property.Property;
import javafx.css.CssMetaData;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import org.athanor.app.profile.Environment;

/// The colours that the graph is painted with, read from the style sheet.
final class GraphStyle {
    private static final StyleablePropertyFactory<GraphCanvas> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final List<Token> LANES = List.of(Token.LANE_1, Token.LANE_2, Token.LANE_3, Token.LANE_4,
            Token.LANE_5, Token.LANE_6);

    /// A colour by what it is for; in the style sheet `LANE_1` is `-graph-lane-1`.
    enum Token {
        BACKGROUND, TEXT, MUTED, SELECTED, HOVERED, FOCUS, HIT, LIVE, WARNING, DANGER, HEAD, HEAD_TEXT, LABEL,
        LABEL_TEXT, LANE_1, LANE_2,
        LANE_3, LANE_4, LANE_5, LANE_6, LOCAL, LOCAL_TEXT, DEV, DEV_TEXT, STAGING, STAGING_TEXT, PRODUCTION,
        PRODUCTION_TEXT;

        String property() {
            return "-graph-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Map<Token, StyleableProperty<Color>> colors = new EnumMap<>(Token.class);

    GraphStyle(GraphCanvas canvas, Runnable changed) {
        for (var token : Token.values()) {
            var property = FACTORY.createStyleableColorProperty(canvas, token.name(), token.property(),
                    c -> c.style().property(token), Color.TRANSPARENT);
            colors.put(token, property);
            if (property instanceof Property<?> observed) {
                observed.addListener((_, _, _) -> changed.run());
            }
        }
    }

    static List<CssMetaData<? extends javafx.css.Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    Color color(Token token) {
        return property(token).getValue();
    }

    Color lane(int lane) {
        return color(LANES.get(lane % LANES.size()));
    }

    Color environment(Environment environment) {
        return color(switch (environment) {
            case LOCAL -> Token.LOCAL;
            case DEV -> Token.DEV;
            case STAGING -> Token.STAGING;
            case PRODUCTION -> Token.PRODUCTION;
        });
    }

    Color environmentText(Environment environment) {
        return color(switch (environment) {
            case LOCAL -> Token.LOCAL_TEXT;
            case DEV -> Token.DEV_TEXT;
            case STAGING -> Token.STAGING_TEXT;
            case PRODUCTION -> Token.PRODUCTION_TEXT;
        });
    }

    private StyleableProperty<Color> property(Token token) {
        var property = colors.get(token);
        if (property == null) {
            throw new IllegalStateException("No colour for " + token);
        }
        return property;
    }
}
