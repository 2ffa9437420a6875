-- A session that got another token because something was bound. The one before opens nothing any more, but trips that other tabs began
-- with it still end, for a minute.
alter table session add column former_hash varchar(43);
alter table session add column former_until timestamp with time zone;
create index session_former on session (former_hash);
