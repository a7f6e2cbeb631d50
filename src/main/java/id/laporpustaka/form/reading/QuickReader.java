package id.laporpustaka.form.reading;

import id.laporpustaka.form.Form;
import id.laporpustaka.form.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a report of a whole activity from one message, such as `lapor pelatihan keripik singkong kemarin di
/// balai desa, 12L 20P, mitra PKK, dana desa 500rb`, or from the caption of a photo.
///
/// Which questions are filled is said by the form: those with the indicators `title`, `date_start`, `date_end`,
/// `male`, `female`, `stated_total`, `disabled`, `sessions`, `amount`, `place`, `mode`, `partner`,
/// `partner_name`, `fund`, `topic`, `age_group`, `target_group`, `activity_form`, `kind`, `channel`, `link`,
/// `result` and `note`, as far as there are such questions. Choices are found by their labels and synonyms. A
/// number without an indicator is filled if words of its question stand beside it, a choice without one if
/// nothing else has its name. What is ambiguous is left out, so that it is asked.
public final class QuickReader {
    private static final int LONGEST = 1_500;

    /// Most messages are short answers, which need not be cleaned to see that they are no report.
    private static final Pattern MAY_BE_REPORT =
            Pattern.compile("[^\\x00-\\x7F]|lap|rep|menyamp", Pattern.CASE_INSENSITIVE);

    private QuickReader() {}

    /// Whether the message says that it is a report: `lapor …`, `izin melaporkan …`.
    public static boolean isReport(String text) {
        return text.length() <= LONGEST && MAY_BE_REPORT.matcher(text).find() && ReportWords.isReport(cleaned(text));
    }

    /// The form that the message names after `lapor` (`lapor advokasi …`), else the one of whose kinds of things
    /// (indicators `activity_form`, `kind` and `channel`) it names one the most fully at its beginning
    /// (`lapor pelatihan …`, `lapor wifi baru …`).
    public static Optional<Form> findForm(List<Form> forms, String text) {
        return text.length() > LONGEST
                ? Optional.empty()
                : ReportWords.findForm(forms, ReportWords.withoutLead(cleaned(text)));
    }

    /// `messageDate` is the day of the message in the library's zone. Nothing is read of a text of more than
    /// 1,500 characters, which is no short report; a caption has at most 1,024.
    public static QuickReading read(Form form, String text, LocalDate messageDate, Language language) {
        var findings = new QuickFindings();
        if (text.length() > LONGEST) {
            findings.unread(text);
            return findings.inOrderOf(form);
        }
        var content = withoutFormName(form, ReportWords.withoutLead(cleaned(text)));
        new QuickPass(form, MessageText.of(content), findings, messageDate, language).run();
        return findings.inOrderOf(form);
    }

    private static String cleaned(String text) {
        return Pictures.asWords(Spelling.inLines(Pictures.marked(text)));
    }

    /// `advokasi ke kepala desa` keeps its first word, which is a part of what is told.
    private static String withoutFormName(Form form, String text) {
        var rest = text.substring(ReportWords.nameEnd(form, text));
        return ReportWords.isContinued(rest) ? text : rest.replaceFirst("^[\\s,.:-]+", "");
    }
}
