Story: Half a ration, and an answer that is brought back
Given ../../../models/access.md
Case feedback between hearing ombuds and delivering lantern and planning secretariat

At 2026-05-13 16:00
  hearing.listener takes hear with site = "High Road, end of the first stretch" and came = "in part" and words = "The flour came, but each house got half. The list was from before the people of the lower farms came up." and reach = "Through the schoolteacher" and who = "woman" and age = "18 to 59" and disability = false
  hearing.listener takes pass-on

At 2026-05-22 10:00
  delivering.caseworker takes answer with answer = "The list is made anew with the teacher on 26 May; the other half comes with the next convoy."

At 2026-05-27 15:00
  hearing.listener takes bring
  hearing.listener takes close
  state is closed
