-- Where a provider's settings came from, what vouches for its answers, and until when its secret is good.
alter table provider add column preset varchar(64) default '' not null;          -- empty: typed by hand
alter table provider add column organization varchar(100) default '' not null;   -- Casdoor's; empty: not checked
alter table provider add column application varchar(100) default '' not null;    -- Casdoor's
alter table provider add column certificate varchar(8192) default '' not null;   -- PEM; empty: the keys that the provider publishes count
alter table provider add column secret_expires date;                             -- null: nobody said
