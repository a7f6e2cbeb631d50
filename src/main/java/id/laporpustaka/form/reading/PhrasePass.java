package id.laporpustaka.form.reading;

import id.laporpustaka.form.Language;
import id.laporpustaka.form.Question;
import id.laporpustaka.form.QuestionType;
import id.laporpustaka.form.Value;
import id.laporpustaka.form.reading.Cues.Phrase;
import id.laporpustaka.form.reading.MessageText.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Takes out of a message what its words say by themselves: partners, sources of funds, people aimed at, places.
final class PhrasePass {
    private final QuickForm form;
    private final MessageText message;
    private final QuickFindings findings;

    PhrasePass(QuickForm form, MessageText message, QuickFindings findings) {
        this.form = form;
        this.message = message;
        this.findings = findings;
    }

    void takePhrases() {
        var segments = message.segments();
        for (var i = 0; i < segments.size(); i++) {
            for (var phrase : Cues.list(message, segments.get(i))) {
                if (!phrase.content().equals(phrase.whole()) || phrase.about() == Cues.About.FUND) {
                    takePhrase(continued(phrase, segments.subList(i, segments.size())));
                }
            }
        }
    }

    /// `mitra PKK, karang taruna dan sekolah`: what follows a comma may be more of the same.
    private Phrase continued(Phrase phrase, List<Part> segments) {
        var indicator = phrase.about() == Cues.About.PARTNER ? "partner" : "fund";
        var question = form.findChoice(indicator);
        if (phrase.whole().end() != segments.getFirst().end()
                || question.isEmpty()
                || (phrase.about() != Cues.About.PARTNER && phrase.about() != Cues.About.FUND)) {
            return phrase;
        }
        var end = phrase.whole().end();
        for (var next : segments.subList(1, segments.size())) {
            var between = message.lowPart(new Part(end, next.start()));
            if (!between.matches("\\s*,\\s*")
                    || !Cues.list(message, next).isEmpty()
                    || KindWords.findAtStart(form.names(question.get()), message.part(next))
                            .isEmpty()) {
                break;
            }
            end = next.end();
        }
        return new Phrase(
                phrase.about(),
                new Part(phrase.whole().start(), end),
                new Part(phrase.content().start(), end),
                phrase.startsSegment());
    }

    private void takePhrase(Phrase phrase) {
        var content = message.part(phrase.content());
        var understood = switch (phrase.about()) {
            case PARTNER -> readChoice("partner", content);
            case FUND -> readChoice("fund", content);
            case TOPIC -> readChoice("topic", content);
            case AUDIENCE -> readAudience(content);
            case PLACE -> readPlace(content);
        };
        var mayStay = phrase.about() == Cues.About.AUDIENCE && !phrase.startsSegment();
        if (understood && !mayStay) {
            message.take(phrase.whole());
        }
    }

    private boolean readAudience(String content) {
        var age = readChoice("age_group", content);
        return readChoice("target_group", content) || age;
    }

    /// Where it was: a choice of the question with the indicator `mode` or `channel`, else the name of a place.
    boolean readPlace(String content) {
        var place = content.replaceFirst("(?i)^(?:di|at)\\s+", "").strip();
        var channel = form.findChoice("channel");
        if (channel.isPresent() && readChoice("channel", place)) {
            return NamedChoices.in(place, form.names(channel.get())).isAll();
        }
        var mode = form.findChoice("mode").flatMap(question -> readMode(question, place));
        if (mode.isPresent() && !mode.get().namesPlace()) {
            return true;
        }
        return form.findText("place")
                .map(question -> findings.putText(question, place))
                .orElse(mode.isPresent());
    }

    /// A name that goes with `di`, such as `di perpus`, says all; `balai desa` or `rumah bu RT` is a place, too.
    private Optional<Mode> readMode(Question question, String place) {
        var names = form.names(question);
        var whole = findOne("di " + place, names).or(() -> NamedChoices.findBeginning("di " + place, names));
        var code = whole.or(() -> findOne(place, names))
                .or(() -> NamedChoices.findBeginning(place.replaceFirst("(?i)^the\\s+", ""), names));
        return code.map(found -> {
            findings.put(question, Value.Selected.of(found), place);
            return new Mode(whole.isEmpty() && !isLabel(question, found, place));
        });
    }

    private record Mode(boolean namesPlace) {}

    private static Optional<String> findOne(String text, List<ChoiceNames> names) {
        var named = NamedChoices.in(text, names);
        return named.isAll() && named.codes().size() == 1
                ? Optional.of(named.codes().getFirst())
                : Optional.empty();
    }

    /// `di luar perpustakaan` is no name of a place.
    private static boolean isLabel(Question mode, String code, String place) {
        return mode.findChoice(code).stream()
                .flatMap(choice -> choice.label().texts().values().stream())
                .anyMatch(label -> label.toLowerCase(Locale.ROOT).endsWith(place.toLowerCase(Locale.ROOT)));
    }

    /// All the choices that the text names; one of a `select_one`.
    boolean readChoice(String indicator, String text) {
        var question = form.findChoice(indicator);
        if (question.isEmpty()) {
            return false;
        }
        var named = NamedChoices.in(text, form.names(question.get()));
        var isOne = question.get().type() == QuestionType.SELECT_ONE;
        if (named.doubtful()
                || named.codes().isEmpty()
                || (isOne && named.codes().size() > 1)) {
            return false;
        }
        findings.put(question.get(), new Value.Selected(named.codes()), text);
        if (indicator.equals("partner") && !isNone(question.get(), named)) {
            form.findText("partner_name").ifPresent(name -> findings.putText(name, text.strip()));
        }
        return true;
    }

    /// `tidak ada mitra` has no name.
    private static boolean isNone(Question question, NamedChoices named) {
        return named.codes().stream()
                .allMatch(code -> question.findChoice(code)
                        .filter(choice -> choice.label().in(Language.INDONESIAN).startsWith("Tidak"))
                        .isPresent());
    }

    /// `…, APBDes, …`: parts of the message that are nothing but the name of a partner or of a source of funds. The
    /// first
    /// part may be the name of the activity.
    void takeNamedChoices() {
        message.segments().stream().skip(1).forEach(this::takeNamedChoices);
    }

    private void takeNamedChoices(Part segment) {
        var text = message.part(segment);
        for (var indicator : List.of("fund", "mode", "channel", "partner")) {
            var question = form.findChoice(indicator);
            if (question.isPresent() && !findings.has(question.get())) {
                var named = NamedChoices.in(text, form.names(question.get()));
                var isRead =
                        named.isAll() && (indicator.equals("mode") ? readPlace(text) : readChoice(indicator, text));
                if (isRead) {
                    message.take(segment);
                    return;
                }
            }
        }
        takeOnlyMeaning(segment);
    }

    /// `belum ada hasil` is a choice of one question only, so that is what it answers.
    private void takeOnlyMeaning(Part segment) {
        var text = message.part(segment);
        var meant = form.listChoices().stream()
                .filter(question -> findOne(text, form.names(question)).isPresent())
                .toList();
        if (meant.size() == 1 && form.listUnmarkedChoices().containsAll(meant) && !findings.has(meant.getFirst())) {
            findOne(text, form.names(meant.getFirst())).ifPresent(code -> {
                findings.put(meant.getFirst(), Value.Selected.of(code), text);
                message.take(segment);
            });
        }
    }
}
