package org.athanor.app.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import picocli.CommandLine;

/// All verbs, by name. A call that names one gets that one alone, because taking all of them apart costs time at every
/// start; help, faults and calls that may mean several get all.
final class Verbs {
    private static final Map<String, Supplier<Verb>> ALL = all();

    private Verbs() {}

    private static Map<String, Supplier<Verb>> all() {
        var verbs = new LinkedHashMap<String, Supplier<Verb>>();
        verbs.put("upgrade", UpgradeVerb::new);
        verbs.put("downgrade", DowngradeVerb::new);
        verbs.put("plan", PlanVerb::new);
        verbs.put("rehearse", RehearseVerb::new);
        verbs.put("status", StatusVerb::new);
        verbs.put("current", CurrentVerb::new);
        verbs.put("check", CheckVerb::new);
        verbs.put("diff", DiffVerb::new);
        verbs.put("history", HistoryVerb::new);
        verbs.put("graph", GraphVerb::new);
        verbs.put("heads", HeadsVerb::new);
        verbs.put("branches", BranchesVerb::new);
        verbs.put("show", ShowVerb::new);
        verbs.put("locate", LocateVerb::new);
        verbs.put("stamp", StampVerb::new);
        verbs.put("ensure_version", EnsureVersionVerb::new);
        verbs.put("doctor", DoctorVerb::new);
        verbs.put("journal", JournalVerb::new);
        verbs.put("profile", ProfileVerb::new);
        verbs.put("init", InitVerb::new);
        verbs.put("list_templates", ListTemplatesVerb::new);
        verbs.put("revision", RevisionVerb::new);
        verbs.put("merge", MergeVerb::new);
        verbs.put("edit", EditVerb::new);
        verbs.put("studio", StudioVerb::new);
        return verbs;
    }

    static void addTo(CommandLine athanor, String[] arguments) {
        var named = Arrays.stream(arguments).filter(ALL::containsKey).toList();
        ALL.forEach((name, verb) -> {
            if (named.size() != 1 || named.contains(name)) {
                athanor.addSubcommand(name, verb.get().commandLine());
            }
        });
    }
}
