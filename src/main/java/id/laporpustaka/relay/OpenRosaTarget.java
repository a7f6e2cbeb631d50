package id.laporpustaka.relay;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// An OpenRosa server, such as ODK Central or KoboToolbox, that gets the reports.
///
/// @param address that of a project or an account, below which `/submission` lies; without a slash at the end
/// @param forms which go there, with the id under which the server knows each; all under their own if it is empty
public record OpenRosaTarget(URI address, String user, String password, Map<String, String> forms) {
    public OpenRosaTarget {
        forms = Map.copyOf(forms);
    }

    /// The id of a form there; empty if its reports do not go there.
    Optional<String> formIdOf(String formId) {
        return forms.isEmpty() ? Optional.of(formId) : Optional.ofNullable(forms.get(formId));
    }

    URI submissions() {
        return URI.create(address + "/submission");
    }

    @Override
    public String toString() {
        return "OpenRosaTarget " + address;
    }
}
