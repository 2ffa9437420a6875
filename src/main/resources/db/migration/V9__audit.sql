-- Who did it, from where, by which device; and what makes a page of millions of rows quick: each index ends with the order of the pages.

alter table audit_event alter column reason set data type varchar(1000);
alter table audit_event add column actor_id bigint;                          -- who did it; null: nobody was signed in, or the house itself
alter table audit_event add column actor varchar(256) default '' not null;
alter table audit_event add column client varchar(45) default '' not null;   -- network address
alter table audit_event add column device varchar(64) default '' not null;

drop index audit_event_at;
create index audit_event_at on audit_event (at desc, id desc);
create index audit_event_kind on audit_event (kind, at desc, id desc);
create index audit_event_account on audit_event (account_id, at desc, id desc);
create index audit_event_actor on audit_event (actor_id, at desc, id desc);
create index audit_event_username on audit_event (username, at desc, id desc);
create index audit_event_provider on audit_event (provider, at desc, id desc);
create index audit_event_reference on audit_event (reference, at desc, id desc);
