package id.laporpustaka.simulator.phone;

import id.laporpustaka.simulator.world.Chat;
import id.laporpustaka.simulator.world.Json;
import id.laporpustaka.simulator.world.Person;
import id.laporpustaka.simulator.world.World;

/// What people do with groups: found them, bring people and the bot in, throw the bot out, let them become
/// supergroups.
final class Groups {
    private final World world;
    private final PhoneActions actions;

    Groups(World world, PhoneActions actions) {
        this.world = world;
        this.actions = actions;
    }

    Chat create(String title, Person founder) {
        if (title.isBlank() || title.length() > 128) {
            throw ControlProblem.badRequest("a group has a title of 1 to 128 characters");
        }
        var group = world.addGroup(Chat.Kind.GROUP, title.strip());
        world.addMember(group, founder);
        return group;
    }

    void addMember(Chat group, Person person) {
        refusePrivate(group);
        world.addMember(group, person);
    }

    void addBot(Chat group, Person by) {
        refusePrivate(group);
        if (group.botStanding() == Chat.BotStanding.MEMBER) {
            throw ControlProblem.conflict("the bot is in the group already");
        }
        var before = group.botStanding() == Chat.BotStanding.GONE ? "kicked" : "left";
        world.setBotStanding(group, Chat.BotStanding.MEMBER);
        actions.announceStanding(group, by, before, "member");
        var content = Json.object();
        content.set("new_chat_participant", world.bot().toSender());
        content.set("new_chat_member", world.bot().toSender());
        content.putArray("new_chat_members").add(world.bot().toSender());
        var _ = actions.send(group, by, content, world.now());
    }

    void removeBot(Chat group, Person by) {
        refusePrivate(group);
        if (group.botStanding() != Chat.BotStanding.MEMBER) {
            throw ControlProblem.conflict("the bot is not in the group");
        }
        world.setBotStanding(group, Chat.BotStanding.GONE);
        actions.announceStanding(group, by, "member", "kicked");
    }

    /// The group gets a new id; the old one answers the bot with `migrate_to_chat_id` from now on.
    Chat migrate(Chat group, Person by) {
        if (group.kind() != Chat.Kind.GROUP || group.migratedTo() != 0) {
            throw ControlProblem.conflict("only a group can become a supergroup, once");
        }
        var supergroup = world.addGroup(Chat.Kind.SUPERGROUP, group.title());
        for (long member : group.members()) {
            world.findPerson(member).ifPresent(person -> world.addMember(supergroup, person));
        }
        world.setBotStanding(supergroup, group.botStanding());
        var _ = actions.send(group, by, Json.object().put("migrate_to_chat_id", supergroup.id()), world.now());
        world.setMigratedTo(group, supergroup.id());
        var _ = actions.send(supergroup, by, Json.object().put("migrate_from_chat_id", group.id()), world.now());
        return supergroup;
    }

    private static void refusePrivate(Chat chat) {
        if (chat.isPrivate()) {
            throw ControlProblem.badRequest("chat " + chat.id() + " is no group");
        }
    }
}
