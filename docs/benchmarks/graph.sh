#!/bin/sh
# Lays out, paints and pans through graphs of all shapes, on JavaFX' software pipeline. After `mvn package`:
#   docs/benchmarks/graph.sh
# Without a display, JavaFX' headless platform takes its place; `xvfb-run docs/benchmarks/graph.sh` uses X.
cd "$(dirname "$0")/../.." || exit 1
lib=app/target/athanor/lib
[ -n "$DISPLAY" ] || headless=-Dglass.platform=Headless
jars=$(echo $lib/*.jar | tr ' ' ':')
exec java -Dprism.order=sw -Djavafx.animation.fullspeed=true -Dathanor.samples=migrations-sample $headless \
    --module-path $lib/javafx --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED \
    -cp "app/target/test-classes:engine/target/test-classes:$jars" org.athanor.app.ui.graph.GraphBenchmark
