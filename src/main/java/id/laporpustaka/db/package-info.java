/// The way to PostgreSQL: the embedded server or the one that a setting names, the pool, and the migrations.
/// Start reading at [Database]. What runs for every message is a [Written] statement, for many rows at once.
///
/// A migration runs while processes of the version before work on, which go on for some time, and may be started
/// again. So it only expands: it adds tables, columns that may be empty or have a constant default, and indexes, and
/// whatever the version before writes is still right. What nobody needs any more goes later, in a migration that
/// contracts, when no process of a version that knows it can be running: at the earliest in the version after the
/// one that stopped using it. Such a statement has `-- contracts:` before it, and why it may.
///
/// Each migration changes one table that was there before, as it holds the locks of all that it has changed until
/// its end. A statement must not hold a lock that stops others for longer than a moment: large tables are not
/// rewritten, a constraint on one comes `not valid`, and an index on one is `create index if not exists`, so that
/// whoever runs millions of rows can make it `concurrently` before. Rows are changed by the new version itself, a
/// few at a time.
@NullMarked
package id.laporpustaka.db;

import org.jspecify.annotations.NullMarked;
