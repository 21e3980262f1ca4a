-- What the lists of the desk and the number beside the bell are read from, whole: without a look at the rows themselves.

DROP INDEX awaited_role;
CREATE INDEX awaited_role ON awaited (name, role, due, case_id, barred);
CREATE INDEX notice_unseen ON notice (person) WHERE seen = 0;
