/// Reads forms written as XLSForms (https://xlsform.org) and says what is wrong with them, in both languages and
/// with the place. Start at [XlsForms]; every kind of file ([FormFiles]) first becomes [Sheets], so one reader
/// serves them all.
@NullMarked
package id.laporpustaka.form.xlsform;

import org.jspecify.annotations.NullMarked;
