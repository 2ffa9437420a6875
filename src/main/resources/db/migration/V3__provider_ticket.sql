-- the form a provider was added by: sent twice, it adds one
alter table provider add column ticket varchar(43);
alter table provider add constraint provider_one_a_form unique (ticket);
