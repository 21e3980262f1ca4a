Story: Content of a lawyer's letters is objected to and destroyed
Given ../../../models/justice.md
Case emergency-evidence between ordering arland and addressed caldera

At 2027-03-10 08:30
  ordering.prosecutor takes order with offence = "homicide" and facts = "A man wrote that he would set fire to a house with people in it." and danger = "Nine people live there; the threat names tonight." and account = "mailbox of Eneko Arlaz" and categories = "content"
At 2027-03-10 12:00
  addressed.provider takes deliver with data = "Eleven letters of 8 to 10 March"
At 2027-03-11 10:00
  ordering.validating-judge takes validate-delivered with reasons = "Nine lives, and hours to go."
At 2027-03-12 11:00
  addressed.judge takes voice-concern as elio.marcant with concern = "Seven of the letters are to his lawyer."
  addressed.judge takes object as elio.marcant with reasons = "The man was found on 10 March at eight in the evening, and nothing is left that would outweigh a lawyer's letters." on the ground "immunity, privilege or freedom of the press"
At 2027-03-23 10:00
  ordering.prosecutor takes tell with told = "That his letters were ordered in danger, and destroyed because a judge of Caldera objected."
  state is told
