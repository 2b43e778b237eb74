package org.athanor.app.ui.profiles;

import java.util.List;

import org.athanor.app.text.Messages;
import org.athanor.app.workspace.Standing;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.Status;
import org.athanor.engine.problem.Problem;

/// Where a database stands, in a few words.
public final class StandingWords {
    private final Messages messages;

    public StandingWords(Messages messages) {
        this.messages = messages;
    }

    public String of(WorkspaceState state) {
        return switch (state) {
            case WorkspaceState.Loading _ -> messages.text("standing.loading");
            case WorkspaceState.Broken _ -> messages.text("standing.broken");
            case WorkspaceState.Ready ready -> of(ready.standing());
        };
    }

    public String of(Standing standing) {
        return switch (standing) {
            case Standing.Asking _ -> messages.text("standing.asking");
            case Standing.Unknown(var reason) ->
                messages.text("standing.unknown", reason(reason));
            case Standing.Known(var status, _) -> of(status);
        };
    }

    /// Why a database can't be asked, in a few words.
    public String reason(Problem problem) {
        return switch (problem.kind()) {
            case CANNOT_CONNECT -> messages.text("standing.reason.cannot-connect");
            case NO_PASSWORD -> messages.text("standing.reason.no-password");
            case ACCESS_DENIED -> messages.text("standing.reason.access-denied");
            case NO_DATABASE -> messages.text("standing.reason.no-database");
            default -> problem.kind().code().replace('-', ' ');
        };
    }

    /// The same where there is room for the whole of it.
    public String whole(Problem problem) {
        return switch (problem.kind()) {
            case NO_PASSWORD, NO_DATABASE -> reason(problem);
            default -> problem.message();
        };
    }

    private String of(Status status) {
        if (!status.unknown().isEmpty()) {
            return messages.text("standing.elsewhere", status.unknown().getFirst());
        }
        if (status.rows().orElse(List.of()).isEmpty()) {
            return messages.text("standing.empty");
        }
        return status.pending().isEmpty()
                ? messages.text("standing.head")
                : messages.text("standing.behind", status.pending().size());
    }
}
