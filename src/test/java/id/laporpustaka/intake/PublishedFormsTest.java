package id.laporpustaka.intake;

import static id.laporpustaka.db.generated.Tables.FORM_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.db.FreshDatabase;
import id.laporpustaka.form.Form;
import id.laporpustaka.people.By;
import id.laporpustaka.people.People;
import id.laporpustaka.submission.publishing.FormCandidates;
import id.laporpustaka.submission.publishing.FormPublisher;
import id.laporpustaka.submission.publishing.Publishing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PublishedFormsTest {
    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Test
    void a_version_that_another_process_publishes_is_noticed() {
        var forms = PublishedForms.load(fresh.context());
        var before = forms.findCurrent("PM").orElseThrow();

        publish("PM", "2026.99");
        forms.reload();

        assertThat(forms.findCurrent("PM").orElseThrow().version()).isEqualTo("2026.99");
        assertThat(forms.find("PM", before.version())).containsSame(before);
    }

    @Test
    void a_draft_of_a_version_that_was_just_published_elsewhere_finds_its_form() {
        var forms = PublishedForms.load(fresh.context());

        publish("PM", "2026.99");

        assertThat(forms.find("PM", "2026.99")).isPresent();
        assertThat(forms.find("PM", "2027")).isEmpty();
    }

    @Test
    void a_new_form_is_offered_after_the_built_in_ones() {
        var forms = PublishedForms.load(fresh.context());

        publish("KAMI", "1");
        forms.reload();

        assertThat(forms.listCurrent())
                .extracting(Form::id)
                .containsExactly("PM", "AD", "LI", "PB", "CD", "ST", "KAMI");
    }

    @Test
    void a_retired_form_is_not_offered_but_can_be_finished() {
        var forms = PublishedForms.load(fresh.context());
        var version = forms.findCurrent("AD").orElseThrow().version();
        var admin = new People(fresh.context()).add(1, "Admin", "id");

        fresh.database().useTransaction(db -> new FormPublisher(db).retire("AD", By.chat(admin)));
        forms.reload();

        assertThat(forms.findCurrent("AD")).isEmpty();
        assertThat(forms.find("AD", version)).isPresent();
        assertThat(forms.listNewest()).extracting(Form::id).contains("AD");
    }

    @Test
    void a_form_that_cannot_be_read_any_more_does_not_keep_the_others_from_starting() {
        var table = FORM_VERSION;
        fresh.context()
                .insertInto(table, table.FORM_ID, table.VERSION, table.SOURCE, table.BUILT_IN)
                .values("KAMI", "1", "survey\n,type\n,what no product knows\n", false)
                .execute();

        var forms = PublishedForms.load(fresh.context());

        assertThat(forms.find("KAMI", "1")).isEmpty();
        assertThat(forms.findCurrent("PM")).isPresent();
    }

    @Test
    void a_candidate_is_found_until_it_is_discarded_and_never_offered() {
        var forms = PublishedForms.load(fresh.context());
        var candidates = new FormCandidates(fresh.context());
        var id = candidates.add("PM", "2026.99", source("PM", "2026.99"), false, admin());

        assertThat(forms.findCandidate(id).orElseThrow().version()).isEqualTo("2026.99");
        assertThat(forms.findCandidate(id + 1)).isEmpty();

        candidates.discard(id);
        forms.reload();

        assertThat(forms.findCandidate(id)).isEmpty();
        assertThat(forms.findCurrent("PM").orElseThrow().version()).isNotEqualTo("2026.99");
    }

    private void publish(String formId, String version) {
        var admin = admin();
        var id = new FormCandidates(fresh.context()).add(formId, version, source(formId, version), false, admin);

        assertThat(fresh.database().<Publishing>inTransaction(db -> new FormPublisher(db).publish(id, By.chat(admin))))
                .isInstanceOf(Publishing.Published.class);
    }

    private long admin() {
        return new People(fresh.context()).add(1, "Admin", "id");
    }

    private static String source(String formId, String version) {
        return """
            settings
            ,form_id,version,form_title
            ,%s,%s,Coba
            survey
            ,type,name,label
            ,text,title,Apa?
            """.formatted(formId, version);
    }
}
