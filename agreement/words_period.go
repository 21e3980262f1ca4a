package agreement

// InWords says a period as a person does: "8 days", "1 year and 6 months".
func (p Period) InWords(lang string) string { return speak(lang).period(p) }
