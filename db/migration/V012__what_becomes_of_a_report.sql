-- What becomes of a report after it has been sent: its receipt, reviews, corrections, doubles, files and proof.

alter table submission
    add column revision     integer not null default 1 check (revision > 0), -- the newest in submission_revision
    add column receipt_card integer, -- its receipt: a card in the chat of its reporter
    add column merged_into  bigint references submission,
    add column shared_with  bigint references submission, -- another library's report on the same event, whose people count
    add column proof        text unique check (proof ~ '^[A-Za-z0-9_-]{22}$'), -- 128 random bits: the address at which its number can be checked
    add check ((status = 'merged') = (merged_into is not null)),
    add check (merged_into <> id and shared_with <> id);
update submission set revision = last.revision
    from (select submission_id, max(revision) as revision from submission_revision group by submission_id) as last
    where last.submission_id = submission.id and last.revision > 1;
create index submission_to_review on submission (library_id, submitted_at) where status = 'sent';
create index submission_receipt on submission (reporter_id, receipt_card) where receipt_card is not null;
create index submission_merged on submission (merged_into) where merged_into is not null;
create index submission_shared on submission (shared_with) where shared_with is not null;

alter table submission_revision
    add column action text not null default 'sent' check (action in
        ('sent', 'released', 'moved', 'corrected', 'verified', 'asked', 'rejected', 'reopened', 'withdrawn', 'restored',
         'commented', 'merged', 'shared')),
    add column reason text check (length(reason) between 1 and 1000), -- a reviewer's words to the sender, or a comment
    add column asked  jsonb; -- the names of the prompts that are to be answered anew
update submission_revision set action = case when changes = '{}' then 'released' else 'moved' end where revision > 1;
alter table submission_revision alter column action drop default;

-- Files of messages, fetched from Telegram in the background and kept in the media store.
create table media (
    id            bigint generated always as identity primary key,
    unique_id     text not null unique check (length(unique_id) between 1 and 200), -- Telegram's; the same for all bots
    file_id       text not null check (length(file_id) between 1 and 500),          -- Telegram's; for our bot only
    state         text not null default 'waiting' check (state in ('waiting', 'stored', 'lost', 'refused')),
    reason        text, -- why it is lost or refused
    content_type  text, -- by what is in it
    size          bigint check (size > 0),
    store_key     text unique,
    thumbnail_key text unique,
    width         integer check (width > 0),
    height        integer check (height > 0),
    look          bigint, -- a picture's perceptual hash, 64 bits: alike pictures differ in few of them
    tries         smallint not null default 0,
    due_at        timestamptz not null default now(), -- while a worker has it: the end of its lease
    created_at    timestamptz not null default now(),
    stored_at     timestamptz,
    check ((state = 'stored') = (store_key is not null)),
    check ((state in ('lost', 'refused')) = (reason is not null))
);
create index media_due on media (due_at) where state = 'waiting';

-- The files of a report's answers.
create table submission_media (
    submission_id bigint not null references submission on delete cascade,
    question      text not null,
    media_id      bigint not null references media,
    position      smallint not null check (position >= 0), -- among the files of the answer
    primary key (submission_id, question, media_id)
);
create index submission_media_media on submission_media (media_id);
