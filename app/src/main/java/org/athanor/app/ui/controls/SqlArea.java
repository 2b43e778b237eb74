package org.athanor.app.ui.controls;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.athanor.app.text.Messages;

/// SQL to read and to copy, under a heading.
public final class SqlArea extends VBox {
    private final Messages messages;
    private final HBox heading = new HBox();
    private final String title;

    public SqlArea(String title, Messages messages) {
        this.title = title;
        this.messages = messages;
        getStyleClass().add("sql-area");
        heading.getStyleClass().add("sql-heading");
    }

    /// The same for what may be very long: after so many characters there is only a remark. It is copied as a whole.
    public void showBeginning(String sql, int longest, String remark) {
        int end = sql.length() <= longest ? sql.length() : sql.lastIndexOf('\n', longest) + 1;
        showSql(end == sql.length() ? sql : sql.substring(0, end) + "-- " + remark, sql);
    }

    public void showSql(String sql) {
        showSql(sql, sql);
    }

    private void showSql(String sql, String whole) {
        var flow = new TextFlow();
        flow.getStyleClass().add("sql");
        flow.setFocusTraversable(true);
        flow.setAccessibleRole(AccessibleRole.TEXT);
        flow.setAccessibleText(sql);
        for (var span : SqlHighlighter.spans(sql)) {
            var text = new Text(span.text());
            text.getStyleClass().addAll("sql-text", span.kind().styleClass());
            flow.getChildren().add(text);
        }
        show(flow, CopyButton.of(messages.text("sql.copy", title), () -> whole));
    }

    /// Says in words why there is no SQL.
    public void showSentence(String sentence) {
        show(Labels.paragraph(sentence, "muted", "sql-sentence"), new Region());
    }

    private void show(Node body, Node button) {
        var name = Labels.paragraph(title, "section");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        heading.getChildren().setAll(name, button);
        getChildren().setAll(heading, body);
    }
}
