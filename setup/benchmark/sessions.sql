-- People who are signed in, for the guard's checks: what the driver wrote into "crowd" becomes accounts with a role, sessions with a child on the
-- guarded host, and access tokens. Sessions were seen "ahead", so that no check notes it; the early ones a while ago, so that each check does, once.
insert into account (id, username, canonical, base_path, permission, disabled, nickname, email, email_verified, phone, description, avatar, created, version)
  select 1000000 + n, 'person' || n, 'person' || n, '/home/person' || n, 8, false, 'Person ' || n, 'person' || n || '@example.com', true, '', '', '', now(), 0 from crowd;
insert into used_username (canonical, account_id) select 'person' || n, 1000000 + n from crowd;
insert into role_grant (account_id, role_id, source) select 1000000 + n, r.id, 0 from crowd cross join role r where r.name = 'user';
insert into session (id, token_hash, account_id, device, created, proven, seen)
  select 1000000 + n, parent, 1000000 + n, 'Firefox, Linux', now(), now(), case when early then now() - interval '10' minute else now() + interval '20' minute end from crowd;
insert into session (id, token_hash, account_id, device, created, proven, seen, parent_id, host)
  select 3000000 + n, child, 1000000 + n, 'Firefox, Linux', now(), now(), now(), 1000000 + n, '${host}' from crowd;
insert into access_token (id, token_hash, account_id, name, scopes, created, expires, last_used)
  select 1000000 + n, token, 1000000 + n, 'benchmark', 'verify', now(), now() + interval '7' day, now() + interval '20' minute from crowd;
drop table crowd;
