-- The last trial sign-in of an administrator's session: seen by nobody else, gone with the session or after 30 minutes.

create table trial (
  session_id  bigint primary key references session (id) on delete cascade,
  provider_id bigint not null references provider (id) on delete cascade,
  until       timestamp with time zone not null,
  content     varchar(1000000) not null                 -- sealed, bound to the session
);
create index trial_until on trial (until);
