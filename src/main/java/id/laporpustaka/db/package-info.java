/// The way to PostgreSQL: the embedded server or the one that a setting names, the pool, and the migrations.
/// Start reading at [Database].
@NullMarked
package id.laporpustaka.db;

import org.jspecify.annotations.NullMarked;
