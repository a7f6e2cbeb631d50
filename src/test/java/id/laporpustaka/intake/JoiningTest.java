package id.laporpustaka.intake;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.people.Role;
import id.laporpustaka.place.Libraries;
import id.laporpustaka.place.LibraryType;
import id.laporpustaka.place.SampleRegions;
import id.laporpustaka.place.Scheme;
import id.laporpustaka.submission.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How people join and are let in, with a real database, from `src/test/resources/join-transcripts`. A line
/// names who does what (`> Sari: /start`); what somebody else reads after it has their name.
///
/// Ratna coordinates Kab. Purworejo and Dewi Kab. Wonosobo; nobody else is known. There is one library, in
/// Harjobinangun.
class JoiningTest {
    private static final Path FOLDER = Path.of("src/test/resources/join-transcripts");

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private static final Pattern CODE = Pattern.compile("(?<=<code>)[0-9A-Z]{5}-[0-9A-Z]{5}(?=</code>)");
    private static final Pattern TIME = Pattern.compile("\\d{1,2} \\p{L}+ \\d{4} \\d\\d\\.\\d\\d(?= ·)");
    private static final Pattern LINK = Pattern.compile("start=u_[0-9A-Z]{10}");

    private LiveChats chats;
    private String code = "";

    static Stream<Path> transcripts() throws IOException {
        return Transcripts.in(FOLDER);
    }

    @BeforeEach
    void start() {
        var db = fresh.context();
        SampleRegions.addTo(db);
        var village = SampleRegions.id(db, "33.06.01.2001");
        new Libraries(db).add("Perpustakaan Cahaya Ilmu", LibraryType.DESA, Scheme.MANDIRI, Optional.empty(), village);
        chats = new LiveChats(fresh, (_, _, _) -> new MediaSource.Fetched.Gone("no files here"));
        chats.add(3, "Ratna", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.06")));
        chats.add(4, "Dewi", Role.PIC_KAB, OptionalLong.of(SampleRegions.id(db, "33.07")));
        chats.add(7, "Sari");
        chats.add(8, "Joko");
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void people_join_as_written(Path transcript) throws Exception {
        Transcripts.check(transcript, this::play);
    }

    /// Codes are drawn anew each time; the last one can be used as `{code}`. The history has the database's time.
    private String withoutCode(String given) {
        var said = TIME.matcher(given).replaceAll("{time}");
        var found = CODE.matcher(said);
        if (found.find()) {
            code = found.group();
        }
        return LINK.matcher(CODE.matcher(said).replaceAll("{code}")).replaceAll("start=u_{code}");
    }

    private List<String> play(List<String> lines) throws InterruptedException {
        var out = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("#")) {
                out.add(line);
            } else if (line.startsWith("> ")) {
                out.add("");
                out.add(line);
                var parts = line.substring(2).split(": ", 2);
                var heard = chats.send(chats.telegramId(parts[0]), parts[1].replace("{code}", code));
                heard.forEach(said -> out.add(withoutCode(said)));
            }
        }
        return out;
    }
}
