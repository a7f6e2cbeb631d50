/// Forms: reading XLSForm, the typed model, expressions, and the reading of what Indonesians type. Pure.
/// Start reading at [Form].
@NullMarked
package id.laporpustaka.form;

import org.jspecify.annotations.NullMarked;
