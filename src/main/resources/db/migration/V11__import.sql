-- A backup of AList that an administrator looks at before any of it is taken over: one a session.
create table import_draft (
  session_id bigint primary key references session (id) on delete cascade,
  content    bytea not null,                            -- sealed, bound to the session
  expires    timestamp with time zone not null
);
create index import_draft_expires on import_draft (expires);
