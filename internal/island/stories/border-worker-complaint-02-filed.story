Story: A complaint about wages that are paid late
Given ../../../models/border.md
Case worker-complaint between aid ombuds and inspecting belmark

At 2027-08-25 18:15
  aid.workers-adviser takes file with worker = "Eskild Brommer" and may_be_named = true and workplace = "Brick kiln south of Feldau" and grievance = "The wage of June came in August, and that of July has not come. He has four weeks left on his permit."
  clock admission ends 2027-09-04 18:15
  state is filed
