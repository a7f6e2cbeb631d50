package id.laporpustaka.web;

import id.laporpustaka.people.PersonLine;
import id.laporpustaka.place.Region;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in one line what a person is, so that two of the same name can be told apart.
final class PersonNotes {
    private PersonNotes() {}

    static String of(PersonLine line, Frame frame) {
        var words = new DirectoryWords(frame);
        return Stream.concat(
                        line.posts().stream().map(post -> words.role(post.role()) + " · " + where(post)),
                        line.reportsFor().stream().map(report -> Typed.harmless(report.libraryName())))
                .collect(Collectors.joining("; "));
    }

    static String where(PersonLine.Post post) {
        return post.region()
                .map(Region::title)
                .orElseGet(() ->
                        post.libraries().isEmpty() ? "Indonesia" : Typed.harmless(String.join(", ", post.libraries())));
    }
}
