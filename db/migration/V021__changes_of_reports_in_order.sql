-- The order in which changes of reports became known, for whoever reads on from where they stopped. A revision gets its
-- position after it has been committed, by one assigner at a time, so no smaller position can appear later, whatever
-- order transactions end in. Positions come from a sequence, and a dump that is restored elsewhere keeps them.

create sequence submission_revision_position as bigint;
alter table submission_revision add column position bigint;

-- Gives positions to revisions that have none, up to so many; says how many they were. Those of one report get them in
-- their order. The lock is held until the transaction ends: until then nobody else can give a larger one.
create function position_revisions(most integer) returns integer language plpgsql as
$$
declare
    positioned integer;
begin
    if not exists (select from submission_revision where position is null) then
        return 0;
    end if;
    perform pg_advisory_xact_lock(5065, 2);
    update submission_revision as revision set position = next.position
        from (select submission_id, revision, nextval('submission_revision_position') as position
              from (select submission_id, revision,
                           max(at) over (partition by submission_id order by revision) as known_at
                    from (select submission_id, revision, at from submission_revision where position is null
                          order by submission_id, revision limit most) as oldest
                    order by known_at, submission_id, revision) as sorted) as next
        where revision.submission_id = next.submission_id and revision.revision = next.revision;
    get diagnostics positioned = row_count;
    return positioned;
end
$$;

select position_revisions(2147483647);

create unique index submission_revision_in_order on submission_revision (position);
create index submission_revision_without_position on submission_revision (submission_id, revision)
    where position is null;
