/// Everything that is Telegram's own: how updates come in, what they mean, and how messages go out.
/// Start reading at [TelegramGateway].
@NullMarked
package id.laporpustaka.telegram;

import org.jspecify.annotations.NullMarked;
