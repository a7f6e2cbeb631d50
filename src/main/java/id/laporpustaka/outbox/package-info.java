/// Messages that are to be sent: added in the transaction that caused them, taken by a sender after the commit,
/// kept until Telegram has them. Start reading at [Outbox].
@NullMarked
package id.laporpustaka.outbox;

import org.jspecify.annotations.NullMarked;
