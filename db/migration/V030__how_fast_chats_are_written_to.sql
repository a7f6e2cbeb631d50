-- When what was sent to a chat lately counts no longer against Telegram's limits for one chat, for all processes.
-- Worth nothing after a crash, so it need not be written to the log.
create unlogged table chat_pace (
    chat_id bigint primary key,
    free_at timestamptz not null
) with (fillfactor = 50);
