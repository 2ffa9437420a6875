-- Long lists of people. ${bytewise} is the order of bytes where a database has another one: then one index gives the order of a list,
-- its next page, and every name that begins so. ${stored} is how a database says that a computed column is kept.
alter table account alter column canonical set data type varchar(256)${bytewise};
create index account_state on account (disabled, canonical);

alter table account add column directory_key varchar(256)${bytewise} generated always as (substring(base_path from 1 for 256))${stored};
create index account_directory on account (directory_key, id);
alter table account add column email_key varchar(254)${bytewise} generated always as (lower(email))${stored};
create index account_email on account (email_key, id);

create index identity_subject on identity (subject, account_id);
create index identity_people on identity (provider_id, account_id);
create index role_grant_role on role_grant (role_id, account_id, source);
drop index role_grant_source;
create index role_grant_source on role_grant (source, role_id);
create index provider_role_role on provider_role (role_id);

alter table role add column version integer default 0 not null;
