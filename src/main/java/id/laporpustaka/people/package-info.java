/// People: who they are, for which libraries they report, what they coordinate, and so what they may see.
/// Start reading at [Actor] and [Scope].
@NullMarked
package id.laporpustaka.people;

import org.jspecify.annotations.NullMarked;
