Story: A footbridge is locked at night: the complaint waits to be admitted
Given ../../../models/neighbours.md
Case complaint between filing secretariat and concerned caldera and oversight ombuds and appeal court

At 2027-08-31 10:00
  filing.filing-officer takes file with complainant = "Bettina Sorge" and representative = "Her son Arno, who brought it" and reached = "By telephone after six" and told_in = "writing" and language = "Belmark's" and named = false and grievance = "Since June the footbridge at Mill brook is locked from dusk. My mother lies ill on the other side. By road it is nineteen kilometres." and matter = "A footbridge is locked at night." and asks = "restoration"
  state is filed
