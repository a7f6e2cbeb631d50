package id.laporpustaka.conversation;

import id.laporpustaka.form.Form;
import java.util.List;
import java.util.Optional;

/// The forms that have been published; safe to use from all threads.
public interface FormCatalogue {

    /// The present version of every form that is offered, in the order in which they are offered.
    List<Form> listCurrent();

    /// A present or earlier version.
    Optional<Form> find(String formId, String version);

    default Optional<Form> findCurrent(String formId) {
        return listCurrent().stream().filter(form -> form.id().equals(formId)).findFirst();
    }

    /// A form that has been uploaded and is not published yet, by the id of its candidate. It has a form id and a
    /// version like any other, but no report may be sent with it.
    default Optional<Form> findCandidate(long id) {
        return Optional.empty();
    }
}
