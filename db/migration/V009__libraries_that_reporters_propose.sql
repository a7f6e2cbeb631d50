-- Who has proposed a library that the register did not have; it goes when its proposer is refused.
alter table library add column proposed_by bigint references person;
create index library_proposed_by on library (proposed_by) where proposed_by is not null;
