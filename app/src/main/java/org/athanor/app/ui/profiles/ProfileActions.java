package org.athanor.app.ui.profiles;

import org.athanor.app.profile.Profile;
import org.athanor.engine.revision.RevisionId;

/// What somebody may wish to do with profiles; the window does it.
public interface ProfileActions {
    void open(Profile profile);

    /// The same, and shows the plan that leads its database to a revision.
    void openAt(Profile profile, RevisionId target);

    void add();

    void edit(Profile profile);

    void duplicate(Profile profile);

    void remove(Profile profile);
}
