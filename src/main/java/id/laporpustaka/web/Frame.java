package id.laporpustaka.web;

import id.laporpustaka.form.Language;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What every page needs around its content.
///
/// @param words in the language of this request
/// @param chosenLanguage what the address asks for, if it does; links then carry it on
/// @param here path and query of this page without the language; empty when it cannot be opened again
/// @param waiting counts what waits for a visitor's review, at most [WaitingReviews#MOST]
record Frame(
        Words words,
        Assets assets,
        Optional<Visitor> visitor,
        Optional<Language> chosenLanguage,
        String here,
        ToIntFunction<Visitor> waiting) {
    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /// On a page that was posted and can be opened at that address, too.
    Frame at(String address) {
        return new Frame(words, assets, visitor, chosenLanguage, address, waiting);
    }

    /// An address of ours with the chosen language added.
    String link(String address) {
        return chosenLanguage.map(language -> with(address, language)).orElse(address);
    }

    Language otherLanguage() {
        return switch (words.language()) {
            case INDONESIAN -> Language.ENGLISH;
            case ENGLISH -> Language.INDONESIAN;
        };
    }

    String inOtherLanguage() {
        return with(here, otherLanguage());
    }

    private static String with(String address, Language language) {
        return address + (address.contains("?") ? "&" : "?") + Pages.LANGUAGE + "=" + language.code();
    }
}
