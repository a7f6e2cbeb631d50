-- Who changed something lately. Who did is shown it at once, also where a replica is read: one that has the rows of a
-- person has their changes. The triggers add the rows in the transaction of the change, so that no way of writing can
-- forget it, and nobody waits for anybody there. Rows are deleted after a day.

create table own_change (
    person_id bigint not null,
    id        bigint generated always as identity,
    at        timestamptz not null default now(),
    primary key (person_id, id)
);
create index own_change_at on own_change (at);

create function note_own_changes() returns trigger language plpgsql as
$$
begin
    insert into own_change (person_id) select distinct person_id from new_rows where person_id is not null;
    return null;
end
$$;

create trigger note_own_changes after insert on submission_revision
    referencing new table as new_rows for each statement execute function note_own_changes();
create trigger note_own_changes after insert on audit
    referencing new table as new_rows for each statement execute function note_own_changes();
