/// What is done by the clock, once even with many processes: for now the cleaning up. Start reading at [Schedule].
@NullMarked
package id.laporpustaka.schedule;

import org.jspecify.annotations.NullMarked;
