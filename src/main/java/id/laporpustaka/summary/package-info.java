/// Summaries: one question in, one answer out, for chat, page, chart, sheet and digest alike.
/// Start reading at [SummaryQuery] and [Summary].
@NullMarked
package id.laporpustaka.summary;

import org.jspecify.annotations.NullMarked;
