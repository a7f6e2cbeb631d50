package id.laporpustaka.web;

import id.laporpustaka.people.AuditAction;
import id.laporpustaka.people.AuditLine;
import id.laporpustaka.people.MemberRole;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Scheme;
import java.util.Locale;
import java.util.Optional;

/// Names what is stored as a code, in the language of a page.
record DirectoryWords(Frame frame) {
    String type(LibraryType type) {
        return word("library.type.", type);
    }

    String scheme(Scheme scheme) {
        return word("library.scheme.", scheme);
    }

    String role(Role role) {
        return word("role.", role);
    }

    String member(MemberRole role) {
        return word("member.", role);
    }

    /// Who did what to whom.
    String history(AuditLine line) {
        var by = name(line.byName())
                .orElseGet(() -> frame.text(line.by().isPresent() ? "directory.erased" : "history.product"));
        var about = name(line.aboutName()).orElseGet(() -> frame.text("directory.erased"));
        if (isTakenUp(line)) {
            return frame.text("history.role_taken_up", by);
        }
        return AuditAction.find(line.action())
                .map(action -> action(action, by, about))
                .orElseGet(() -> frame.text("history.other", by, line.action()));
    }

    /// Whether it is a role of an invitation, which its new holder took up.
    private static boolean isTakenUp(AuditLine line) {
        return line.action().equals(AuditAction.ROLE_GIVEN.stored())
                && line.by().isPresent()
                && line.by().equals(line.about());
    }

    String action(AuditAction action, String by, String about) {
        return frame.text("history." + action.stored(), by, about);
    }

    private static Optional<String> name(Optional<String> name) {
        return name.map(Typed::harmless);
    }

    private String word(String prefix, Enum<?> code) {
        return frame.text(prefix + code.name().toLowerCase(Locale.ROOT));
    }
}
