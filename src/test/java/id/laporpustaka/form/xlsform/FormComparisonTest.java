package id.laporpustaka.form.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import id.laporpustaka.form.BuiltInForm;
import id.laporpustaka.form.Language;
import org.junit.jupiter.api.Test;

final class FormComparisonTest {
    private static final Sheets BEFORE = CsvSheets.read("""
        settings
        ,form_id,version,form_title
        ,F,1,Coba
        survey
        ,type,name,label,relevant
        ,text,a,Siapa?,
        ,text,b,Di mana?,
        ,select_one m,m,Bagaimana?,
        choices
        ,list_name,name,label
        ,m,X,Daring
        ,m,Y,Luring
        """);

    private static final Sheets AFTER = CsvSheets.read("""
        survey
        ,type,name,label::id,label::en,Relevance
        ,select_one m,m,Bagaimana?,How?,
        ,text,a,Siapa?,Who?,${m} = 'X'
        ,text,c,Berapa?,,
        choices
        ,list_name,name,label
        ,m,X,Lewat internet
        ,m,Z,Keduanya
        settings
        ,form_id,version,form_title
        ,F,2,Coba
        """);

    @Test
    void what_was_added_removed_and_changed_is_named() {
        var comparison = FormComparison.of(BEFORE, AFTER);

        assertThat(comparison.added())
                .extracting(item -> item.label().in(Language.INDONESIAN))
                .containsExactly("Berapa?", "Keduanya");
        assertThat(comparison.removed()).extracting(FormComparison.Item::name).containsExactly("b", "Y");
        assertThat(comparison.changed())
                .extracting(changed -> changed.item().name())
                .containsExactly("m", "a", "X");
        assertThat(comparison.changed().getLast().cells())
                .containsExactly(new FormComparison.Cell("label::id", "Daring", "Lewat internet"));
        assertThat(comparison.changed().get(1).cells())
                .containsExactly(
                        new FormComparison.Cell("label::en", "", "Who?"),
                        new FormComparison.Cell("relevant", "", "${m} = 'X'"));
        assertThat(comparison.moved()).isTrue();
    }

    @Test
    void a_form_does_not_differ_from_itself_in_another_file() {
        var sheets = CsvSheets.read(BuiltInForm.text("PM"));

        assertThat(FormComparison.of(sheets, WorkbooksTest.read(Workbooks.write(sheets)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void an_outline_has_every_question_with_its_rules_as_they_were_written() {
        var sheets = CsvSheets.read(BuiltInForm.text("PM"));
        var form = BuiltInForm.get("PM");

        var outline = FormOutline.of(form, sheets);

        var asked = outline.items().stream()
                .filter(FormOutline.Asked.class::isInstance)
                .map(FormOutline.Asked.class::cast)
                .toList();
        assertThat(asked).extracting(FormOutline.Asked::question).containsExactlyElementsOf(form.questions());
        assertThat(asked.get(1).required()).contains("yes");
        assertThat(asked.get(1).warnings().getFirst().message().in(Language.INDONESIAN))
                .contains("60 hari");
        assertThat(outline.items())
                .filteredOn(FormOutline.Section.class::isInstance)
                .isNotEmpty();
    }
}
