/// Reports: drafts being written, reports sent, their numbers and revisions, and the published versions of
/// forms. Start reading at [Submissions].
@NullMarked
package id.laporpustaka.submission;

import org.jspecify.annotations.NullMarked;
