Story: Lorries that were not lodged before they came: established, and mended in time
Given ../../../models/border.md
Case breach between alleging arland and answering belmark and deciding court

At 2026-11-30 10:00
  alleging.liaison takes allege with article = "10" and account = "Since 2 November 74 consignments came without having been lodged before they arrived." and basis = "Article 10, paragraph 1: goods are lodged before they arrive" and evidence = [{"data": "NzQgY29uc2lnbm1lbnRzIHdpdGhvdXQgZGF0YTsgMiB0byAyNyBOb3ZlbWJlciAyMDI2Cg==", "media": "text/plain", "name": "lodgings-november.txt", "sha256": "90ebc0cd9c47f9c75e390450d8401358ede0dc234e353bbec1c8023b05bd1fe1"}]

At 2026-12-08 10:00
  deciding.president takes admit with reasons = "Facts are stated and can be established."

At 2026-12-18 10:00
  answering.liaison takes answer with answer = "The desk at Quell was flooded on 1 November. The data were sent on paper with the drivers; nobody in Arland asked for them."

At 2027-01-18 10:00
  deciding.president takes establish with finding = "74 consignments arrived without having been lodged. The flood explains the first nine days, not the following seventeen." and reasons = "A replacement line was there from 11 November and stood unused."

At 2027-01-25 10:00
  alleging.liaison takes give-notice with notice = "From 24 February the release of consignments that were not lodged would take up to 24 hours instead of 12."

At 2027-02-15 10:00
  answering.liaison takes mend with mended = "Since 1 February every consignment has been lodged; a second line lies over the hill."

At 2027-02-23 10:00
  deciding.president takes ascertain with reasons = "In three weeks 511 consignments were lodged and none was missing."
  state is mended
