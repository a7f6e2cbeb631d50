/// Draws summaries as pictures, for a phone or for paper. Start reading at [SummaryChart], then [BarPicture].
@NullMarked
package id.laporpustaka.export.chart;

import org.jspecify.annotations.NullMarked;
