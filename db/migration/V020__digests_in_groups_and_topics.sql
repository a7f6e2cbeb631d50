-- What a group is told without asking, and in which topic a group with topics is answered.

-- The digest of a group; thread_id is the topic in which it was switched on.
alter table group_chat
    add column digest_rhythm text not null default 'never' check (digest_rhythm in ('week', 'month', 'never')),
    add column digest_weekday smallint not null default 1 check (digest_weekday between 1 and 7), -- from Monday
    add column digest_hour smallint not null default 8 check (digest_hour between 8 and 19), -- by the region's clock
    add column digest_last_period date, -- the first day of the week or month that the last one was about
    add column digest_due_at timestamptz; -- empty while it is switched off
create index group_chat_digest_due on group_chat (digest_due_at) where digest_due_at is not null and ended_at is null;

-- The topic that a message goes to, and in which what is done was asked for; Telegram's.
alter table outbox add column thread_id integer;
alter table job add column thread_id integer;

-- What nobody waits for, such as thousands of reminders, lets people's own messages go first.
alter table inbox add column bulk boolean not null default false;
drop index inbox_order;
create index inbox_order on inbox (bulk, position) include (chat_id) where handled_at is null;
