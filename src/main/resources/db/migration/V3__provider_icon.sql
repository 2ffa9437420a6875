-- What stands beside a provider's name: made anew by us from what was sent, never a foreign file.

alter table provider add column icon varchar(43) not null default '';   -- the hash of its icon; empty: none

create table provider_icon (
  provider_id bigint primary key references provider (id) on delete cascade,
  type        varchar(32) not null,
  hash        varchar(43) not null,
  content     bytea not null                            -- at most 256 KB
);
