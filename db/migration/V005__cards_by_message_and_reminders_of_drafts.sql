-- A press names Telegram's message; our number of it says whether the card under the finger is the open one.
create index card_message on card (chat_id, message_id);

-- A draft left alone for a day is named once to its person.
alter table draft add column reminded_at timestamptz;
create index draft_unfinished on draft (updated_at) where reminded_at is null and discarded_at is null;
