package id.laporpustaka.intake;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.conversation.Trial;
import id.laporpustaka.form.Form;
import java.util.List;
import java.util.Optional;

/// The published forms, and besides them those that somebody is trying, under the versions of [Trial].
final class TriedForms implements FormCatalogue {
    private final FormCatalogue published;

    TriedForms(FormCatalogue published) {
        this.published = published;
    }

    @Override
    public List<Form> listCurrent() {
        return published.listCurrent();
    }

    @Override
    public Optional<Form> find(String formId, String version) {
        var candidate = Trial.candidate(version);
        return candidate.isPresent()
                ? findCandidate(candidate.getAsLong()).filter(form -> form.id().equals(formId))
                : published.find(formId, version);
    }

    @Override
    public Optional<Form> findCandidate(long id) {
        return published.findCandidate(id);
    }
}
