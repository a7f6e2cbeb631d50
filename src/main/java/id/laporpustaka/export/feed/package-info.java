/// Reads libraries and reports for programs, a few at a time, each time from where they stopped.
@NullMarked
package id.laporpustaka.export.feed;

import org.jspecify.annotations.NullMarked;
