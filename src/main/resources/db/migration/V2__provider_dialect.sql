-- What a provider says otherwise than RFC 6749, as JSON; empty: nothing.
alter table provider add column dialect varchar(4096) default '' not null;
