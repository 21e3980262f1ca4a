package agreement

// term reads the blocks about time and consent.
func (c *compiler) term(b *body) {}
