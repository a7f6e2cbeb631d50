package id.laporpustaka.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Form;
import id.laporpustaka.outbox.OutgoingMessage;
import id.laporpustaka.people.Actor;
import id.laporpustaka.people.Reporting;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A form is published again while somebody is writing a report.
class NewVersionTest {
    private static final Instant WEDNESDAY = Instant.parse("2025-08-20T03:00:00Z");

    private static final Form FIRST = form("1", """
        ,text,title,Apa nama kegiatannya?,yes,,,title
        ,text,place,Di mana?,yes,,
        ,select_one kind,kind,Apa jenisnya?,yes,,
        ,integer,people,Berapa orang?,yes,. <= 100,Paling banyak 100.
        ,text,note,Ada catatan?,yes,,
        """, ",kind,A,Kelas\n,kind,B,Lomba\n");

    /// Without the place and one kind, and with fewer people.
    private static final Form SECOND = form("2", """
        ,text,title,Apa nama kegiatannya?,yes,,,title
        ,select_one kind,kind,Apa jenisnya?,yes,,
        ,integer,people,Berapa orang?,yes,. <= 20,Paling banyak 20.
        ,text,note,Ada catatan?,yes,,
        """, ",kind,B,Lomba\n");

    private final List<Form> published = new ArrayList<>(List.of(FIRST));
    private final Play play = new Play(catalogue(), Optional.of(sari()), WEDNESDAY);

    @Test
    void a_report_goes_on_with_the_version_it_was_begun_with() {
        fillAllButTheNote();

        published.add(SECOND);

        assertThat(play.say("tidak ada kendala").message().orElseThrow())
                .satisfies(message -> assertThat(message.html()).contains("Sudah benar?", "Balai Desa", "Kelas", "30"))
                .satisfies(message -> assertThat(labels(message)).contains("Pakai formulir baru"));
        assertThat(play.tap("Kirim").message().orElseThrow().html()).contains("Terkirim");
    }

    @Test
    void who_opens_an_older_report_chooses_and_reads_what_has_no_place_any_more() {
        fillAllButTheNote();
        play.say("simpan");
        published.add(SECOND);

        play.say("/draf");
        var opened = play.tap("Dongeng Jumat · Kegiatan").message().orElseThrow();

        assertThat(opened.html()).contains("sudah diperbarui", "Balai Desa", "Kelas");
        assertThat(labels(opened)).containsExactly("Pakai formulir baru", "Tetap formulir lama");

        var renewed = play.tap("Pakai formulir baru").message().orElseThrow();

        assertThat(renewed.html())
                .contains("tidak punya tempat lagi", "Di mana?</i> Balai Desa", "Apa jenisnya?</i> Kelas")
                .contains("Paling banyak 20.", "Berapa orang?");

        play.say("18");
        play.say("Lomba");

        assertThat(play.say("tidak ada kendala").message().orElseThrow().html())
                .contains("Sudah benar?", "Dongeng Jumat", "18", "Lomba")
                .doesNotContain("Balai Desa");
    }

    @Test
    void the_old_version_can_be_kept() {
        fillAllButTheNote();
        play.say("simpan");
        published.add(SECOND);
        play.say("/draf");
        play.tap("Dongeng Jumat · Kegiatan");

        var kept = play.tap("Tetap formulir lama").message().orElseThrow();

        assertThat(kept.html()).contains("Ada catatan?");
    }

    private void fillAllButTheNote() {
        play.say("/lapor");
        play.tap("Kegiatan");
        play.say("Dongeng Jumat");
        play.say("Balai Desa");
        play.tap("Kelas");
        play.say("30");
    }

    private static List<String> labels(OutgoingMessage message) {
        return message.keyboard().stream()
                .flatMap(List::stream)
                .map(button -> button.label())
                .toList();
    }

    private static Actor sari() {
        var library = new Reporting(1, "Perpustakaan Cahaya Ilmu", "Desa Bener", ZoneId.of("Asia/Jakarta"), true);
        return new Actor(1, 7, "Sari", "id", true, List.of(library), List.of());
    }

    private static Form form(String version, String questions, String choices) {
        return BuiltInForm.of("settings\n,form_id,version,form_title\n,F," + version + ",Kegiatan\n"
                + "survey\n,type,name,label,required,constraint,constraint_message,indicator\n"
                + questions
                + "choices\n,list_name,name,label\n" + choices);
    }

    private FormCatalogue catalogue() {
        return new FormCatalogue() {
            @Override
            public List<Form> listCurrent() {
                return List.of(published.getLast());
            }

            @Override
            public Optional<Form> find(String formId, String version) {
                return published.stream()
                        .filter(form -> form.version().equals(version))
                        .findFirst();
            }
        };
    }
}
