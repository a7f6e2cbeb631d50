package id.laporpustaka.web;

import id.laporpustaka.export.ExportRegions;
import id.laporpustaka.people.Action;
import id.laporpustaka.people.Permissions;
import id.laporpustaka.place.Region;
import id.laporpustaka.relay.Webhook;
import id.laporpustaka.relay.WebhookAddress;
import id.laporpustaka.relay.WebhookDeliveries;
import id.laporpustaka.relay.WebhookEvent;
import id.laporpustaka.relay.WebhookSecret;
import id.laporpustaka.relay.Webhooks;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Webhooks: set up, looked after, paused and taken away by those who may. Somebody else's is not found.
final class OutgoingWebhookRoutes {
    static final String PATH = "/webhook";
    private static final String ONE = PATH + "/{id}";

    /// Names of fields.
    static final String URL = "url";

    static final String EVENT = "event";

    static final String NOTICE = "hasil";
    private static final String DELETED = "dihapus";
    private static final String TEST_SENT = "uji";
    private static final String PAUSED = "dijeda";
    private static final String RESUMED = "lanjut";
    private static final String SENT_AGAIN = "ulang";
    private static final int ROWS = 25;

    /// What most receivers want.
    private static final Set<WebhookEvent> USUAL = EnumSet.of(
            WebhookEvent.SENT,
            WebhookEvent.CORRECTED,
            WebhookEvent.VERIFIED,
            WebhookEvent.REJECTED,
            WebhookEvent.WITHDRAWN,
            WebhookEvent.RESTORED,
            WebhookEvent.MERGED);

    private final Desk desk;

    OutgoingWebhookRoutes(Desk desk) {
        this.desk = desk;
    }

    void addTo(GuardedRoutes routes) {
        routes.guarded(HandlerType.GET, PATH, Access.COORDINATOR, this::list);
        routes.guarded(HandlerType.POST, PATH, Access.COORDINATOR, this::add);
        routes.guarded(HandlerType.GET, ONE, Access.COORDINATOR, this::show);
        routes.guarded(HandlerType.POST, ONE + "/uji", Access.COORDINATOR, this::test);
        routes.guarded(HandlerType.POST, ONE + "/jeda", Access.COORDINATOR, this::pause);
        routes.guarded(HandlerType.POST, ONE + "/lanjut", Access.COORDINATOR, this::resume);
        routes.guarded(HandlerType.POST, ONE + "/rahasia", Access.COORDINATOR, this::rotate);
        routes.guarded(HandlerType.POST, ONE + "/hapus", Access.COORDINATOR, this::delete);
        routes.guarded(HandlerType.POST, ONE + "/kiriman/{delivery}/ulang", Access.COORDINATOR, this::sendAgain);
    }

    private Webhooks webhooks() {
        return new Webhooks(desk.db());
    }

    private Webhook webhook(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.MANAGE_WEBHOOKS);
        return webhooks().find(visitor.actor(), Desk.id(context, "id")).orElseThrow(Desk::notFound);
    }

    private static String at(long id) {
        return PATH + "/" + id;
    }

    // ---------------------------------------------------------------- all of them

    private void list(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.MANAGE_WEBHOOKS);
        var frame = desk.frame(context);
        desk.show(
                context,
                "webhooks.jte",
                frame,
                view(frame, visitor, notice(context, frame), "", "", USUAL, Optional.empty()));
    }

    private WebhookListView view(
            Frame frame,
            Visitor visitor,
            String notice,
            String typed,
            String problem,
            Set<WebhookEvent> wanted,
            Optional<Region> region) {
        var words = new WebhookWords(frame, desk);
        return new WebhookListView(
                notice,
                webhooks().list(visitor.actor()).stream()
                        .map(webhook -> new WebhookListView.Row(
                                frame.link(at(webhook.id())),
                                Typed.harmless(webhook.url()),
                                words.about(webhook),
                                words.state(webhook),
                                WebhookWords.isBad(webhook)))
                        .toList(),
                typed,
                problem,
                Arrays.stream(WebhookEvent.values())
                        .map(event -> new ExportView.Option(event.type(), words.event(event), wanted.contains(event)))
                        .toList(),
                regions(visitor).stream()
                        .map(part -> new ExportView.Option(
                                Long.toString(part.id()),
                                part.title(),
                                region.filter(part::equals).isPresent()))
                        .toList(),
                Permissions.mayDoEverywhere(visitor.actor(), Action.MANAGE_SYSTEM)
                        ? frame.link(OpenRosaRoutes.PATH)
                        : "");
    }

    private List<Region> regions(Visitor visitor) {
        return new ExportRegions(desk.db(), Desk.scope(visitor, Action.MANAGE_WEBHOOKS)).listLargest();
    }

    private void add(Context context, Visitor visitor) {
        Desk.mustDoSomewhere(visitor, Action.MANAGE_WEBHOOKS);
        var frame = desk.frame(context).at(PATH);
        var given = context.formParam(URL);
        var typed = given == null ? "" : given.strip();
        var address = WebhookAddress.parse(typed, desk.settings().localOnly());
        var events = EnumSet.noneOf(WebhookEvent.class);
        context.formParams(EVENT).forEach(type -> WebhookEvent.find(type).ifPresent(events::add));
        var wantedRegion = Desk.typed(context, Desk.REGION);
        var region = Desk.findId(wantedRegion)
                .flatMap(id -> regions(visitor).stream()
                        .filter(part -> part.id() == id)
                        .findFirst());
        var problem = problem(frame, address, events, !wantedRegion.isEmpty() && region.isEmpty());
        if (problem.isEmpty()) {
            var by = Desk.by(context, visitor);
            var regionId = region.map(part -> OptionalLong.of(part.id())).orElseGet(OptionalLong::empty);
            var made = webhooks().add(by, visitor.actor().personId(), address.orElseThrow(), events, regionId);
            if (made.isPresent()) {
                showSecret(
                        context,
                        frame,
                        made.get().id(),
                        address.get().toString(),
                        made.get().secret(),
                        "");
                return;
            }
            problem = frame.text("webhook.too_many", Webhooks.MOST);
        }
        desk.refuse(
                context,
                "webhooks.jte",
                frame,
                view(frame, visitor, "", Typed.harmless(typed), problem, events, region));
    }

    private String problem(Frame frame, Optional<URI> address, Set<WebhookEvent> events, boolean isForeignRegion) {
        if (address.isEmpty()) {
            return frame.text(desk.settings().localOnly() ? "webhook.bad_url.local" : "webhook.bad_url");
        }
        if (events.isEmpty()) {
            return frame.text("webhook.no_event");
        }
        if (isForeignRegion) {
            return frame.text("exports.bad_region");
        }
        try {
            WebhookAddress.resolve(address.get().getHost(), desk.settings().localOnly());
            return "";
        } catch (WebhookAddress.NotPublic _) {
            return frame.text("webhook.problem.not_public");
        } catch (UnknownHostException _) {
            return frame.text("webhook.problem.unknown_host");
        }
    }

    private void showSecret(Context context, Frame frame, long id, String url, WebhookSecret secret, String note) {
        context.header("Cache-Control", "no-store");
        desk.show(
                context,
                "webhook_secret.jte",
                frame,
                new WebhookSecretView(Typed.harmless(url), secret.shown(), note, frame.link(at(id))));
    }

    // ---------------------------------------------------------------- one of them

    private void show(Context context, Visitor visitor) {
        var webhook = webhook(context, visitor);
        var frame = desk.frame(context);
        var words = new WebhookWords(frame, desk);
        var page = Desk.page(context, Desk.PAGE);
        var deliveries = new WebhookDeliveries(desk.db());
        var rows = deliveries.list(webhook.id(), page, ROWS).stream()
                .map(delivery -> new WebhookView.Row(
                        words.time(delivery.at()),
                        words.what(delivery),
                        words.state(delivery),
                        words.answer(delivery),
                        frame.text("webhook.tries", delivery.tries()),
                        WebhookWords.isFailed(delivery)
                                ? frame.link(at(webhook.id()) + "/kiriman/" + delivery.id() + "/ulang")
                                : ""))
                .toList();
        desk.show(
                context,
                "webhook.jte",
                frame,
                new WebhookView(
                        at(webhook.id()),
                        notice(context, frame),
                        Typed.harmless(webhook.url()),
                        words.state(webhook),
                        WebhookWords.isBad(webhook),
                        words.advice(webhook),
                        webhook.paused().isPresent(),
                        Arrays.stream(WebhookEvent.values())
                                .filter(webhook.events()::contains)
                                .map(words::event)
                                .toList(),
                        words.region(webhook),
                        words.madeBy(webhook),
                        frame.words().number(webhook.waiting()),
                        rows,
                        pager(frame, webhook, page, deliveries.count(webhook.id()))));
    }

    private static Pager pager(Frame frame, Webhook webhook, int page, int total) {
        var pages = Math.max(1, (total + ROWS - 1) / ROWS);
        var here = at(webhook.id());
        return new Pager(
                pages == 1 && page == 0 ? "" : frame.text("directory.page", page + 1, pages),
                page == 0 ? "" : frame.link(Addresses.with(here, Desk.PAGE, page == 1 ? "" : "" + (page - 1))),
                page + 1 < pages ? frame.link(Addresses.with(here, Desk.PAGE, "" + (page + 1))) : "");
    }

    private void test(Context context, Visitor visitor) {
        var webhook = webhook(context, visitor);
        if (webhook.paused().isEmpty()) {
            new WebhookDeliveries(desk.db()).addTest(webhook.id());
        }
        desk.goTo(context, Addresses.with(at(webhook.id()), NOTICE, TEST_SENT));
    }

    private void pause(Context context, Visitor visitor) {
        var webhook = webhook(context, visitor);
        webhooks().pause(Desk.by(context, visitor), webhook.id());
        desk.goTo(context, Addresses.with(at(webhook.id()), NOTICE, PAUSED));
    }

    private void resume(Context context, Visitor visitor) {
        var webhook = webhook(context, visitor);
        webhooks().resume(Desk.by(context, visitor), webhook.id());
        desk.goTo(context, Addresses.with(at(webhook.id()), NOTICE, RESUMED));
    }

    private void rotate(Context context, Visitor visitor) {
        var webhook = webhook(context, visitor);
        var frame = desk.frame(context).at(at(webhook.id()));
        var secret = webhooks().rotate(Desk.by(context, visitor), webhook.id());
        showSecret(context, frame, webhook.id(), webhook.url(), secret, frame.text("webhook.secret.former"));
    }

    private void delete(Context context, Visitor visitor) {
        var webhook = webhook(context, visitor);
        webhooks().delete(Desk.by(context, visitor), webhook.id());
        desk.goTo(context, Addresses.with(PATH, NOTICE, DELETED));
    }

    private void sendAgain(Context context, Visitor visitor) {
        var webhook = webhook(context, visitor);
        new WebhookDeliveries(desk.db()).sendAgain(webhook.id(), Desk.id(context, "delivery"));
        desk.goTo(context, Addresses.with(at(webhook.id()), NOTICE, SENT_AGAIN));
    }

    private static String notice(Context context, Frame frame) {
        return switch (Desk.typed(context, NOTICE)) {
            case DELETED -> frame.text("webhook.done.deleted");
            case TEST_SENT -> frame.text("webhook.done.test");
            case PAUSED -> frame.text("webhook.done.paused");
            case RESUMED -> frame.text("webhook.done.resumed");
            case SENT_AGAIN -> frame.text("webhook.done.again");
            default -> "";
        };
    }
}
