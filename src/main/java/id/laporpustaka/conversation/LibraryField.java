package id.laporpustaka.conversation;

/// What is known of a library and can be corrected. The names are stored and never change.
public enum LibraryField {
    NAME,
    TYPE,
    SCHEME,
    NPP,
    VILLAGE
}
