/// Hands on to other systems what became of reports. Start reading at
/// [WebhookSender][id.laporpustaka.relay.WebhookSender], which
/// tells the addresses that people have set up.
@NullMarked
package id.laporpustaka.relay;

import org.jspecify.annotations.NullMarked;
