-- By which way a provider is asked, beside the deadline that it has already.
alter table provider add column ca_certificate varchar(32768) default '' not null;   -- PEM; empty: only whom the machine trusts
alter table provider add column outgoing_proxy varchar(300) default '' not null;     -- empty: as the operator has it; direct; http://host:port
