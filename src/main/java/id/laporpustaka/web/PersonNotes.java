package id.laporpustaka.web;

import id.laporpustaka.people.PersonLine;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Region;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in one line what a person is, so that two of the same name can be told apart.
final class PersonNotes {
    private PersonNotes() {}

    static String of(PersonLine line, Frame frame) {
        var words = new DirectoryWords(frame);
        return Stream.concat(
                        line.posts().stream().map(post -> words.role(post.role()) + " · " + where(post, frame)),
                        line.reportsFor().stream().map(report -> Typed.harmless(report.libraryName())))
                .collect(Collectors.joining("; "));
    }

    static String where(PersonLine.Post post, Frame frame) {
        return post.region()
                .map(Region::title)
                .orElseGet(() -> post.role() == Role.FASDA ? frame.text("person.single_libraries") : "Indonesia");
    }
}
