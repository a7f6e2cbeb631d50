package id.laporpustaka.people;

/// What became of a change to the register or to somebody's rights.
public enum Change {
    DONE,
    /// It was so before; nothing was changed.
    ALREADY_SO,
    /// There is no such thing where the person may do this; nothing was changed.
    NOT_THERE,
    /// Another library has this NPP; nothing was changed.
    NPP_TAKEN,
    /// Somebody has to be able to run the installation; nothing was changed.
    LAST_ADMIN
}
