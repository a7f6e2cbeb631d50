package id.laporpustaka.web;

import id.laporpustaka.people.NewLibrary;
import id.laporpustaka.place.Library;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.Npp;
import id.laporpustaka.place.Region;
import id.laporpustaka.place.Scheme;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The fields of a library's form as somebody filled them in.
///
/// @param type the name of a [LibraryType], or whatever was sent
/// @param scheme the name of a [Scheme], or whatever was sent
record LibraryFields(String name, String type, String scheme, String npp) {
    static final String NAME = "name";
    static final String TYPE = "type";
    static final String SCHEME = "scheme";
    static final String NPP = "npp";

    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 120;

    static LibraryFields typed(Context context) {
        return new LibraryFields(
                Desk.typed(context, NAME),
                Desk.typed(context, TYPE),
                Desk.typed(context, SCHEME),
                Desk.typed(context, NPP));
    }

    static LibraryFields of(Library library) {
        return new LibraryFields(
                library.name(),
                library.type().name(),
                library.scheme().name(),
                library.npp().orElse(""));
    }

    /// What is wrong, by field.
    Map<String, String> problems(Frame frame) {
        var problems = new LinkedHashMap<String, String>();
        var length = name.codePointCount(0, name.length());
        if (length < SHORTEST_NAME || length > LONGEST_NAME) {
            problems.put(NAME, frame.text("library.name.length", SHORTEST_NAME, LONGEST_NAME));
        }
        if (findType().isEmpty()) {
            problems.put(TYPE, frame.text("library.choose"));
        }
        if (findScheme().isEmpty()) {
            problems.put(SCHEME, frame.text("library.choose"));
        }
        if (!npp.isEmpty() && Npp.read(npp) instanceof Npp.Reading.Refused(var fault)) {
            problems.put(NPP, frame.text("library.npp." + fault.name().toLowerCase(Locale.ROOT)));
        }
        return problems;
    }

    /// What is to be stored; only of fields without problems.
    NewLibrary in(Region region) {
        return new NewLibrary(
                name,
                findType().orElseThrow(),
                findScheme().orElseThrow(),
                Npp.find(npp).map(Npp::text),
                region.id());
    }

    private Optional<LibraryType> findType() {
        return Stream.of(LibraryType.values())
                .filter(it -> it.name().equals(type))
                .findFirst();
    }

    private Optional<Scheme> findScheme() {
        return Stream.of(Scheme.values()).filter(it -> it.name().equals(scheme)).findFirst();
    }
}
