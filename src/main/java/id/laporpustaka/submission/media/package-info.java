/// Photos and other files of reports: fetched from Telegram in the background, made harmless, and kept in a store.
/// Start at [Media], which knows what becomes of each; [MediaFetcher] does the work, [MediaStore] keeps the bytes.
@NullMarked
package id.laporpustaka.submission.media;

import org.jspecify.annotations.NullMarked;
