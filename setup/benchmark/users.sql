-- A town for the lists of the admin panel: ${users} accounts, two identities each, and as many events of the audit log, a second apart.
-- Names have letters only that look like no others.
insert into provider (slug, name, protocol, enabled, position, client_id, client_secret, issuer, authorize_url, token_url, user_info_url, authentication, scope, pkce,
    redirect_style, redirect_url, mapping_type, mapping_rules, registration, domains, deadline, configuration, version)
  select 'town-' || n, 'Town ' || n, 'OAUTH2', true, 100 + n, 'id', '', '', 'https://p.example/a', 'https://p.example/t', 'https://p.example/u', 'BASIC', '', true,
    'OWN', '', 'CUSTOM', '{"name":"$.name","email":"$.email"}', 'EVERYONE', '', 15, 1, 0 from generate_series(1, 3) as t(n);
insert into role (name, permission, administrator) values ('editors', 152, false);

insert into account (username, canonical, password_hash, base_path, permission, disabled, nickname, email, email_verified, phone, description, avatar, created, version)
  select name, name, case when n % 5 = 0 then '-' end, case when n % 5 < 3 then '/home/new' else '/team/' || n % 1000 || '/' || name end, 0, n % 1000 = 0, '',
    name || '@example.com', true, '', '', '', now(), 0
  from (select n, translate(lpad((cast(n as bigint) * 7919993 % 100000007)::varchar, 9, '0'), '0123456789', 'abcdefghkn') as name from generate_series(1, ${users}) as t(n)) town;
insert into used_username (canonical, account_id) select canonical, id from account a where not exists (select 1 from used_username u where u.canonical = a.canonical);

-- one in two thousand has neither a password nor an identity; the third provider has a thousand people
insert into identity (account_id, provider_id, issuer, subject, name_there, created, last_used)
  select a.id, p.id, '', p.slug || '-' || a.id, a.username, now(), now() from account a cross join provider p
  where a.email like '%@example.com' and (p.slug in ('town-1', 'town-2') and a.id % 2000 <> 7 or p.slug = 'town-3' and a.id % (${users} / 1000) = 1);
insert into role_grant (account_id, role_id, source)
  select i.account_id, r.id, i.provider_id from identity i join provider p on p.id = i.provider_id and p.slug = 'town-1' cross join role r where r.name = 'user';
insert into role_grant (account_id, role_id, source)
  select a.id, r.id, 0 from account a cross join role r where r.name = 'editors' and a.email like '%@example.com' and a.id % 200 = 3;

-- one in ten failed; one in a thousand is an administrator's; the third provider has a thousand
insert into audit_event (at, kind, account_id, username, provider, reason, reference, actor_id, actor, client, device)
  select now() - n * interval '1' second, case when n % 1000 = 0 then 'PROVIDER_CHANGED' when n % 10 = 3 then 'SIGN_IN_FAILED' else 'SIGNED_IN' end,
    case when n % 1000 <> 0 then a.id end, case when n % 1000 = 0 then '' else a.username end, case when n % (${users} / 1000) = 1 then 'town-3' else 'town-1' end,
    case when n % 10 = 3 then 'refused.expired' else '' end, lpad(n::varchar, 8, '0'), case when n % 1000 = 0 then a.id end, case when n % 1000 = 0 then a.username else '' end,
    '203.0.113.9', 'Firefox, Linux' from generate_series(1, ${users}) as t(n) join account a on a.id = n;
