package agreement

// figure reads the blocks about figures.
func (c *compiler) figure(b *body) {}
