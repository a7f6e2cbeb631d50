-- The code of a library's region beside its id, so that counts of a whole country by region need not look up the region
-- of every library. It follows the region by the foreign key.
alter table region add constraint region_id_code unique (id, code);

alter table library add column region_code text collate "C";
update library set region_code = region.code from region where region.id = library.region_id;

create function place_library() returns trigger language plpgsql as
$$
begin
    select code into strict new.region_code from region where id = new.region_id;
    return new;
end
$$;
create trigger library_placed before insert or update of region_id on library
    for each row execute function place_library();

alter table library
    alter column region_code set not null,
    add constraint library_region_code foreign key (region_id, region_code) references region (id, code) on update cascade;
