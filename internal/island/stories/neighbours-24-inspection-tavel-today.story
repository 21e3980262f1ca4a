Story: Caldera's inspectors are on the ground at Tavel
Given ../../../models/neighbours.md
Case inspection between requesting caldera and receiving arland

At 2027-08-30 08:00
  requesting.verification-officer takes request with doubt = "Fourteen tanks more than notified were counted on the training ground from the air." and specified_area = "Training ground west of Tavel" and point_of_entry = "Long Pass" and inspectors = 4 and names = ["Ciro Valdane", "Major Lidia Fosco", "Sergeant Bruno Alcari", "Corporal Inés Merida"]
At 2027-08-30 14:10
  receiving.verification-officer takes accept
At 2027-08-31 11:00
  receiving.verification-officer takes let-in
  receiving.escort takes name-points with sensitive_points = "The repair hall of the signals company" and reasons = "Radios stand open there. The escort shows that no vehicle fits through its door."
  state is on-the-ground
