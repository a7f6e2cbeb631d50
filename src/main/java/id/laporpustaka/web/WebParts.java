package id.laporpustaka.web;

import id.laporpustaka.conversation.FormCatalogue;
import id.laporpustaka.db.Database;
import id.laporpustaka.db.Reading;
import id.laporpustaka.export.PhotoSource;
import id.laporpustaka.form.Form;
import id.laporpustaka.submission.media.MediaStore;
import id.laporpustaka.telegram.InitDataCheck;
import id.laporpustaka.telegram.LoginClient;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the application hands to the web server.
///
/// @param reading where pages that only show something are read
/// @param media where the files of reports are kept
/// @param forms the newest version of each form, for the words of types and choices
/// @param catalogue all versions of the forms, to read reports with
/// @param photos those of reports
/// @param checks what else must be well, besides the database, for `/readyz` to say yes
/// @param initData knows what Telegram has signed for the Mini App
/// @param login signs people in with Telegram Login; empty when that is not set up, and then there is no such button
/// @param webhook takes Telegram's updates; empty when they are polled for, and then there is no such route
/// @param botName the bot's user name in Telegram, without `@`, for links with invitations
/// @param settings those in force, without secrets
/// @param scraping how the process is counted, for `/metrics`
/// @param furtherRoutes of other rooms, such as the simulator's; they guard themselves
public record WebParts(
        Database database,
        Reading reading,
        Clock clock,
        MediaStore media,
        Supplier<List<Form>> forms,
        FormCatalogue catalogue,
        PhotoSource photos,
        List<Check> checks,
        InitDataCheck initData,
        Optional<LoginClient> login,
        Optional<WebhookHandler> webhook,
        String botName,
        List<Setting> settings,
        Scraping scraping,
        List<Consumer<RoutesConfig>> furtherRoutes) {
    public WebParts {
        checks = List.copyOf(checks);
        settings = List.copyOf(settings);
        furtherRoutes = List.copyOf(furtherRoutes);
    }
}
