Story: A remedy stays away, and the Ombudsperson stops what touches the rights of persons
Given ../../../models/border.md
Case rights-stop between rights ombuds and one arland and two belmark and keeping secretariat

At 2027-04-01 09:00
  rights.ombudsperson takes stop with why = "A nurse's complaint was upheld on 22 February. Eight days after the last day for the remedy, the note by which she is taken aside each morning still stands." and reasons = "A remedy that can be left lying is none. Goods, work and visits go on; the rest waits until the note is gone."
  effects: begins paused

At 2027-04-07 16:00
  one.liaison takes answer with answer = "The note was deleted on 6 April, and 31 others like it. From now on a note lapses after thirty days unless a supervisor renews it with reasons."
  two.liaison takes answer with answer = "The note was deleted on 6 April, and 31 others like it. From now on a note lapses after thirty days unless a supervisor renews it with reasons."
  state is answered
