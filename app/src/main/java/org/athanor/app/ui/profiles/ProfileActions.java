package org.athanor.app.ui.profiles;

import org.athanor.app.profile.Profile;

/// What somebody may wish to do with profiles; the window does it.
public interface ProfileActions {
    void open(Profile profile);

    void add();

    void edit(Profile profile);

    void duplicate(Profile profile);

    void remove(Profile profile);
}
