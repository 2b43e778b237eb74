#!/bin/sh
# Starts Athanor on the Java that stands beside it: the window without arguments, else the command line.
# Each program that a script calls costs about a millisecond, so this one calls hardly any.
set -u
self=$0
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=${self%/*}/$link ;;
    esac
done
case $self in
    */*) bin=${self%/*} ;;
    *) bin=. ;;
esac
home=$(CDPATH='' cd "$bin/../lib" && pwd -P) || exit 1
app=$home/app

terminal=false
[ -t 2 ] && terminal=true
face=cli
[ $# -eq 0 ] && face=window
for argument; do
    [ "$argument" = studio ] && face=window
done
for program in "$app"/athanor-app-*.jar; do
    exec "$home/runtime/bin/java" "@$app/$face.options" "-XX:AOTCache=$app/$face.aot" -Xlog:disable \
        "-Dathanor.terminal=$terminal" "-Dathanor.home=$app" "-Dorg.sqlite.lib.path=$app" \
        -cp "$program" org.athanor.app.Main "$@"
done
