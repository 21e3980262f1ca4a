Story: The Mill brook is surveyed, its people are heard, and a line waits to be proposed
Given ../../../models/neighbours.md
Case demarcation between asking belmark and agreeing caldera and neutral secretariat

At 2026-11-16 09:30
  asking.liaison takes ask with segment_name = "Mill brook, east of Long Pass"
At 2026-12-02 10:30
  agreeing.liaison takes agree-to-open as nilda.orsano
At 2027-06-08 15:00
  asking.surveyor takes survey with survey = {"media": "text/plain", "name": "mill-brook-survey.txt", "sha256": "0123c811702de4b0bf365665448684facd87722e33bc239136ae010f32ae8863", "data": "Qm90aCBzdXJ2ZXlzIGxpZSB3aXRoaW4gZm9ydHkgY2VudGltZXRyZXMgb2YgZWFjaCBvdGhlciBvdmVyIDQuMiBraWxvbWV0cmVzLgo="} and differences = "None that matters."
  agreeing.surveyor takes survey with survey = {"media": "text/plain", "name": "mill-brook-survey.txt", "sha256": "0123c811702de4b0bf365665448684facd87722e33bc239136ae010f32ae8863", "data": "Qm90aCBzdXJ2ZXlzIGxpZSB3aXRoaW4gZm9ydHkgY2VudGltZXRyZXMgb2YgZWFjaCBvdGhlciBvdmVyIDQuMiBraWxvbWV0cmVzLgo="} and differences = "None that matters."
At 2027-08-10 14:00
  neutral.filing-officer takes hear with residents = "The miller needs both banks for his sluice. Eleven households ask that the footbridge stay open at night."
  state is heard
