package id.laporpustaka.conversation;

import id.laporpustaka.form.Answers;
import id.laporpustaka.form.Form;

/// A report that has been sent, as far as another one can be begun from it.
///
/// @param form the version it was sent with
/// @param title what it is about, or empty
public record PastReport(long submissionId, Form form, long libraryId, String title, Answers answers) {}
