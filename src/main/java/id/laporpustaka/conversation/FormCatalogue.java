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
}
