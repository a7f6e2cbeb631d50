package id.laporpustaka.simulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.laporpustaka.simulator.botapi.Faults;
import id.laporpustaka.simulator.world.Chat;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.Person;
import id.laporpustaka.simulator.world.World;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The page of phones and the control API under `/simulator`. All of it answers to this machine only. The paths
/// and the names in the JSON are used by tests and load generators; they never change.
public final class PhoneRoutes {
    private static final String API = "/simulator/api";
    private static final long LONGEST_WAIT_MILLIS = 25_000;

    private final World world;
    private final Faults faults;
    private final PhoneActions actions;
    private final Groups groups;
    private final ChatRoutes chats;
    private final LiveRoute live;

    public PhoneRoutes(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
        this.actions = new PhoneActions(world);
        this.groups = new Groups(world, actions);
        this.chats = new ChatRoutes(world, actions, new Attachments(world));
        this.live = new LiveRoute(world.feed());
    }

    private interface Answer {
        JsonNode to(Context context) throws IOException, InterruptedException;
    }

    private interface Page {
        void serve(Context context) throws IOException, InterruptedException;
    }

    public void install(RoutesConfig routes) {
        serve(routes, "/simulator", StaticFiles::page);
        serve(routes, "/simulator/static/{file}", StaticFiles::file);
        serve(routes, API + "/events", live::stream);
        serve(routes, API + "/files/{file}", new FileRoutes(world)::file);
        serve(routes, API + "/pictures/{name}", FileRoutes::picture);
        get(routes, "/bot", _ -> bot());
        get(routes, "/users", _ -> people());
        post(routes, "/users", context -> addPerson(body(context)));
        get(routes, "/chats", this::listChats);
        get(routes, "/chats/{chat}", context -> chat(context).toJson());
        get(routes, "/chats/{chat}/messages", this::messages);
        get(routes, "/chats/{chat}/menu", context -> menu(chat(context), context));
        post(
                routes,
                "/chats/{chat}/{action}",
                context -> chats.act(chat(context), context.pathParam("action"), body(context)));
        post(
                routes,
                "/chats/{chat}/messages/{message}/edit",
                context -> chats.edit(chat(context), Integer.parseInt(context.pathParam("message")), body(context)));
        post(routes, "/groups", context -> addGroup(body(context)));
        post(
                routes,
                "/groups/{chat}/{action}",
                context -> changeGroup(chat(context), context.pathParam("action"), body(context)));
        get(routes, "/faults", _ -> listFaults());
        post(routes, "/faults", context -> addFault(body(context)));
        routes.addHttpHandler(HandlerType.DELETE, API + "/faults", context -> respond(context, this::clearFaults));
        get(routes, "/counters", _ -> counters());
    }

    private void get(RoutesConfig routes, String path, Answer answer) {
        routes.addHttpHandler(HandlerType.GET, API + path, context -> respond(context, answer));
    }

    private void post(RoutesConfig routes, String path, Answer answer) {
        routes.addHttpHandler(HandlerType.POST, API + path, context -> respond(context, answer));
    }

    private void serve(RoutesConfig routes, String path, Page page) {
        routes.addHttpHandler(HandlerType.GET, path, context -> {
            if (!LocalOnly.admits(context)) {
                LocalOnly.refuse(context);
                return;
            }
            try {
                page.serve(context);
            } catch (ControlProblem problem) {
                refuse(context, problem.status(), problem.getMessage());
            }
        });
    }

    private static void respond(Context context, Answer answer) throws IOException, InterruptedException {
        if (!LocalOnly.admits(context)) {
            LocalOnly.refuse(context);
            return;
        }
        try {
            context.header("Cache-Control", "no-store");
            context.contentType("application/json").result(Json.bytes(answer.to(context)));
        } catch (ControlProblem problem) {
            refuse(context, problem.status(), problem.getMessage());
        } catch (IllegalArgumentException problem) {
            refuse(context, 400, String.valueOf(problem.getMessage()));
        }
    }

    private static void refuse(Context context, int status, @Nullable String reason) {
        context.status(status)
                .contentType("application/json")
                .result(Json.bytes(Json.object().put("error", reason)));
    }

    /// Read from the stream, as a whole album may be larger than the server's limit for bodies.
    private static JsonNode body(Context context) throws IOException {
        var bytes = context.bodyInputStream().readAllBytes();
        if (bytes.length == 0) {
            return Json.object();
        }
        try {
            return Json.parse(bytes);
        } catch (IOException _) {
            throw ControlProblem.badRequest("the body is not JSON");
        }
    }

    private Chat chat(Context context) {
        var id = context.pathParam("chat");
        try {
            return world.findChat(Long.parseLong(id))
                    .orElseThrow(() -> ControlProblem.notFound("there is no chat " + id));
        } catch (NumberFormatException _) {
            throw ControlProblem.badRequest("a chat id is a number, not " + id);
        }
    }

    private JsonNode bot() {
        var bot = world.bot();
        return Json.object()
                .put("id", bot.id())
                .put("name", bot.name())
                .put("username", bot.username())
                .put("description", profileText("description"))
                .put("shortDescription", profileText("short_description"))
                .put("webhook", world.webhook().path("url").asText());
    }

    private String profileText(String kind) {
        return world.profile().findFor(kind, "id").map(JsonNode::asText).orElse("");
    }

    private JsonNode people() {
        var people = Json.array();
        world.listPeople().forEach(person -> people.add(person.toJson()));
        return people;
    }

    private JsonNode addPerson(JsonNode request) {
        long id = request.path("id").asLong(ThreadLocalRandom.current().nextLong(100_000_000L, 8_000_000_000L));
        var person = new Person(
                id,
                request.path("firstName").asText(),
                request.path("lastName").asText(),
                request.path("languageCode").asText("id"),
                request.path("label").asText());
        return world.addPerson(person).toJson();
    }

    private JsonNode listChats(Context context) {
        var only = context.queryParam("user");
        var chats = Json.array();
        world.listChats().stream()
                .filter(chat -> only == null || chat.members().contains(Long.parseLong(only)))
                .forEach(chat -> {
                    var json = chat.toJson();
                    chat.findLastMessage().ifPresent(last -> json.set("lastMessage", last.toPhoneJson()));
                    chats.add(json);
                });
        return chats;
    }

    private JsonNode messages(Context context) throws InterruptedException {
        long since = number(context, "since");
        long wait = Math.clamp(number(context, "wait"), 0, LONGEST_WAIT_MILLIS);
        var chat = chat(context);
        var changes = chat.awaitChanges(since, wait);
        var json = Json.object().put("revision", changes.revision()).put("readUpTo", changes.readUpTo());
        json.set("chat", chat.toJson());
        json.set("answer", changes.answer());
        var messages = json.putArray("messages");
        changes.messages().forEach(message -> messages.add(message.toPhoneJson()));
        changes.deleted().forEach(json.putArray("deleted")::add);
        return json;
    }

    private JsonNode menu(Chat chat, Context context) {
        long personId = chat.isPrivate() ? chat.id() : number(context, "user");
        var language = world.findPerson(personId).map(Person::languageCode).orElse("");
        var json = Json.object();
        json.set("commands", world.profile().commandsFor(chat, personId, language));
        json.set("button", world.profile().menuButton(chat.id()));
        json.put(
                "description",
                world.profile()
                        .findFor("description", language)
                        .map(JsonNode::asText)
                        .orElse(""));
        return json;
    }

    private JsonNode addGroup(JsonNode request) {
        var group = groups.create(request.path("title").asText(), chats.person(request, 0));
        if (request.path("withBot").asBoolean(true)) {
            groups.addBot(group, chats.person(request, 0));
        }
        return group.toJson();
    }

    private JsonNode changeGroup(Chat group, String action, JsonNode request) {
        var person = chats.person(request, 0);
        return switch (action) {
            case "members" -> {
                groups.addMember(group, person);
                yield group.toJson();
            }
            case "add-bot" -> {
                groups.addBot(group, person);
                yield group.toJson();
            }
            case "remove-bot" -> {
                groups.removeBot(group, person);
                yield group.toJson();
            }
            case "migrate" -> groups.migrate(group, person).toJson();
            default -> throw ControlProblem.notFound("groups can't do " + action);
        };
    }

    private JsonNode listFaults() {
        var list = Json.array();
        faults.listFaults().forEach(fault -> list.add(fault.toJson()));
        return list;
    }

    private JsonNode addFault(JsonNode request) {
        return faults.add(request).toJson();
    }

    private JsonNode clearFaults(Context context) {
        var id = context.queryParam("id");
        if (id == null) {
            faults.clear();
        } else {
            faults.remove(Integer.parseInt(id));
        }
        return listFaults();
    }

    private ObjectNode counters() {
        var json = Json.object();
        var calls = json.putObject("calls");
        world.counters().all().forEach(calls::put);
        return json.put("pendingUpdates", world.updates().count());
    }

    private static long number(Context context, String name) {
        var value = context.queryParam(name);
        return value == null || value.isEmpty() ? 0 : Long.parseLong(value);
    }
}
