Story: Caldera pays for clearing the Bel bank, and what is left comes back
Given ../../../models/neighbours.md
Case clearance-grant between giving caldera and receiving arland and keeping secretariat

At 2026-06-02 10:00
  giving.liaison takes pledge as nilda.orsano with aim = "Dogs, dressings and two months of wages for clearing the Bel bank." and pledged = {"currency": "EUR", "value": "180000.00"}
At 2026-07-14 11:00
  giving.liaison takes pay as nilda.orsano with paid = {"currency": "EUR", "value": "180000.00"}
At 2026-12-01 10:00
  keeping.fund-manager takes release with released = {"currency": "EUR", "value": "180000.00"}
At 2027-03-22 14:00
  receiving.liaison takes account as greta.nord with spent = {"currency": "EUR", "value": "171450.00"} and account = {"media": "text/plain", "name": "bel-bank-account.txt", "sha256": "9ae4a41b9e08c101d6a505442b991fa14e0f767e963ef889c6bbf53ff93f3c62", "data": "V2FnZXMgMTE4LDIwMDsgZG9ncyAzMSw2MDA7IGV4cGxvc2l2ZXMgOSwwNTA7IGRyZXNzaW5ncyBhbmQgc2Nob29sIHZpc2l0cyAxMiw2MDAuIFJlY2VpcHRzIDEgdG8gMjE0Lgo="}
  receiving.liaison takes return as greta.nord with returned = {"currency": "EUR", "value": "8550.00"}
At 2027-04-06 10:00
  keeping.fund-manager takes close with reasons = "All 214 receipts were read and the rest came back."
  state is closed
