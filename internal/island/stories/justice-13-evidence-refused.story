Story: A radio station need not say who called: refused after the prosecutor was heard
Given ../../../models/justice.md
Case evidence between issuing arland and executing caldera

At 2027-01-14 10:00
  issuing.prosecutor takes issue with offence = "corruption" and facts = "A caller told a radio station how much a customs officer takes." and measure = "The list of calls to the studio on 9 January" and person = "Alba Certera" and child = false
At 2027-01-18 10:00
  issuing.validating-judge takes validate with reasons = "The caller may be the only witness."
At 2027-02-02 11:00
  executing.judge takes consult as violeta.panzur with concern = "The list shows everybody who called, and the law protects whom a journalist hears."
At 2027-02-08 09:30
  issuing.prosecutor takes reply with reply = "We would be content with calls from one district."
At 2027-02-16 14:00
  executing.judge takes refuse as violeta.panzur with reasons = "Sixty people of that district called that day. None would call again." on the ground "immunity, privilege or freedom of the press"
  state is refused
