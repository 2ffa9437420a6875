-- What happened at one provider, of one kind: both stand before the order of the pages, so that a rare event is found among a million others.
create index audit_event_provider_kind on audit_event (provider, kind, at desc, id desc);
