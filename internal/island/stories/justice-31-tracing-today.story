Story: A tracing of fish-crate money waits
Given ../../../models/justice.md
Case tracing between asking belmark and asked arland

At 2027-08-30 10:00
  asking.asset-office takes ask as felix.tann with offence = "laundering" and facts = "Cash from slot machines is paid in at Skarn by people who own no boat." and account = "XA account ending in 2260" and kind = "cash"
