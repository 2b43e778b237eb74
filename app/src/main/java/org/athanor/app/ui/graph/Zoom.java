package org.athanor.app.ui.graph;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// How large the graph is drawn, in steps.
public final class Zoom {
    private static final double STEP = 0.1;
    private static final double LEAST = 0.6;
    private static final double MOST = 2;

    private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);

    public ReadOnlyDoubleProperty factorProperty() {
        return factor.getReadOnlyProperty();
    }

    public void in() {
        to(factor.get() + STEP);
    }

    public void out() {
        to(factor.get() - STEP);
    }

    public void reset() {
        to(1);
    }

    private void to(double wanted) {
        factor.set(Math.clamp(Math.round(wanted / STEP) * STEP, LEAST, MOST));
    }
}
