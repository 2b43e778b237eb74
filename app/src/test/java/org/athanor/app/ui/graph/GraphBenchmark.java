package org.athanor.app.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.athanor.app.export.GraphFormat;
import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.engine.graph.GeneratedHistory;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;

import atlantafx.base.theme.PrimerLight;

/// Lays out and paints graphs of all shapes and sizes, and pans through them; docs/benchmarks/graph.sh starts it. Prints
/// a table: the median time of a layout once the program is warm, the time from the state to the first frame, the 95th
/// percentile of the frames while panning, and the heap that is still used afterwards.
public final class GraphBenchmark {
    private static final int[] SIZES = {1_000, 10_000, 50_000};
    private static final int FRAMES = 240;

    private GraphBenchmark() {}

    static void main(String[] arguments) throws Exception {
        var started = new CompletableFuture<Stage>();
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            started.complete(new Stage());
        });
        var stage = started.get();
        IO.println(
                "| revisions | shape | lanes | layout | first paint | p95 frame | heap |\n|---|---|---|---|---|---|---|");
        measure(stage, GeneratedHistory.Shape.BRANCHES, 1_000, false);
        for (int size : SIZES) {
            for (var shape : GeneratedHistory.Shape.values()) {
                measure(stage, shape, size, true);
            }
        }
        Platform.exit();
    }

    private static void measure(Stage stage, GeneratedHistory.Shape shape, int size, boolean told) throws Exception {
        var graph = GeneratedHistory.graph(shape, size);
        double layout = layout(graph);
        var ready = GeneratedProject.ready(graph, graph.revisions().get(size / 2).id().value());
        var model = new GraphViewModel(GeneratedProject.profile(), Messages.load(), Background.immediate());
        var paint = new CompletableFuture<Double>();
        var frames = new CompletableFuture<List<Double>>();
        Platform.runLater(() -> {
            var view = new GraphView(model, Messages.load(), new NoWishes());
            view.getStyleClass().addAll("studio", "light");
            view.getStylesheets().add(Objects.requireNonNull(
                    GraphView.class.getResource("/org/athanor/app/ui/studio.css")).toExternalForm());
            stage.setScene(new Scene(view, 800, 700));
            stage.show();
            long begun = System.nanoTime();
            model.show(ready);
            view.show(ready);
            new Panning(view, begun, paint, frames).start();
        });
        double first = paint.get();
        var times = frames.get().stream().sorted().toList();
        System.gc();
        var runtime = Runtime.getRuntime();
        if (told) {
            IO.println("| %,d | %s | %d | %.1f ms | %.0f ms | %.1f ms | %d MB |".formatted(size,
                    shape.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), ready.lanes().width(), layout,
                    first, times.get(times.size() * 95 / 100),
                    (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000));
        }
    }

    private static double layout(RevisionGraph graph) {
        var times = new ArrayList<Double>();
        for (int round = 0; round < 5; round++) {
            long begun = System.nanoTime();
            Lanes.of(graph);
            times.add((System.nanoTime() - begun) / 1e6);
        }
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /// Scrolls on at every frame, and notes how long each took.
    private static final class Panning extends AnimationTimer {
        private final GraphView view;
        private final long begun;
        private final CompletableFuture<Double> paint;
        private final CompletableFuture<List<Double>> frames;
        private final List<Double> times = new ArrayList<>();
        private long last;
        private int count;

        Panning(GraphView view, long begun, CompletableFuture<Double> paint, CompletableFuture<List<Double>> frames) {
            this.view = view;
            this.begun = begun;
            this.paint = paint;
            this.frames = frames;
        }

        @Override
        public void handle(long now) {
            long at = System.nanoTime();
            count++;
            if (count == 3) {
                paint.complete((at - begun) / 1e6);
            } else if (count > 20) {
                times.add((at - last) / 1e6);
            }
            last = at;
            ((GraphCanvas) view.lookup("#graph")).scrollBy(37, count % 50 < 25 ? 3 : -3);
            if (count == FRAMES) {
                stop();
                frames.complete(times);
            }
        }
    }

    /// Nobody wishes for anything here.
    private static final class NoWishes implements GraphWishes {
        @Override
        public void reach(GraphRow row) {}

        @Override
        public void refresh() {}

        @Override
        public void move(Move move) {}

        @Override
        public void pinDropped(Pin pin, Revision revision) {}

        @Override
        public void open(Problem.Place place) {}

        @Override
        public void export(GraphFormat format) {}
    }
}
