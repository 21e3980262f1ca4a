Story: A second request in the same year may be refused
Given ../../../models/neighbours.md
Case inspection between requesting arland and receiving belmark

At 2027-02-08 09:00
  requesting.verification-officer takes request with doubt = "The girders left Feldau by night, and nobody told us where they went." and specified_area = "Brakk harbour, east quay" and point_of_entry = "Northgate" and inspectors = 2 and names = ["Maja Frost", "Sergeant Oda Lien"]
At 2027-02-08 16:30
  receiving.verification-officer takes refuse on the ground "one by the same Party this year"
At 2027-02-09 10:00
  requesting.verification-officer takes tell-inspectors
  state is refused
