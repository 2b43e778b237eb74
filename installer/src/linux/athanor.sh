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

# Java reads arguments and the names of files as the locale says. Where that knows ASCII alone, as in most containers, they are
# UTF-8 all the same, and only what is drawn stays plain.
plain=
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    '' | C | POSIX)
        plain='-Dstdout.encoding=US-ASCII -Dstderr.encoding=US-ASCII'
        LC_ALL=C.UTF-8
        export LC_ALL
        ;;
esac

terminal=false
[ -t 2 ] && terminal=true
screen=false
[ -t 1 ] && screen=true
# Which verb it is says which start-up cache serves best; any does.
face=cli
[ $# -eq 0 ] && face=window
for argument; do
    case $argument in
        heads | history | current | branches | show) face=reading ;;
        upgrade | downgrade | plan | rehearse | status | check | diff | locate | graph | stamp | ensure_version | doctor | journal | \
            profile | init | list_templates | revision | merge | edit) ;;
        studio) face=window ;;
        *) continue ;;
    esac
    break
done
options=$app/cli.options
[ "$face" = window ] && options=$app/window.options
for program in "$app"/athanor-app-*.jar; do
    exec "$home/runtime/bin/java" "@$options" "-XX:AOTCache=$app/$face.aot" -Xlog:disable \
        $plain "-Dathanor.terminal=$terminal" "-Dathanor.screen=$screen" "-Dathanor.home=$app" "-Dorg.sqlite.lib.path=$app" \
        -cp "$program" org.athanor.app.Main "$@"
done
