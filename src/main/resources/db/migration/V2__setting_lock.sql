-- Who writes settings locks this row first, so that two nodes never mix halves of two savings.
insert into setting (name, content) values ('lock', '');
