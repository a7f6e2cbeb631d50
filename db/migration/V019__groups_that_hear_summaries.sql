-- Groups in which the bot tells totals of a region, once a coordinator of it has confirmed there that it may. Whether they
-- still may is looked up each time.
create table group_chat (
    chat_id      bigint primary key,       -- Telegram's; a group that becomes a supergroup gets another
    thread_id    integer,                  -- the topic in which it was confirmed
    region_id    bigint references region, -- empty: the whole country
    confirmed_by bigint not null references person,
    confirmed_at timestamptz not null,
    ended_at     timestamptz               -- the bot has left or was removed
);
create index group_chat_present on group_chat (confirmed_by) where ended_at is null;
