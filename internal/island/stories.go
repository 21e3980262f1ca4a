package island

import (
	"embed"
	"io/fs"
)

//go:embed stories
var stories embed.FS

// Stories are the cases of the eighteen months, one .story file each, to be read by package scenario. Whom they let act
// "as" somebody is one of People.
func Stories() fs.FS {
	sub, err := fs.Sub(stories, "stories")
	if err != nil {
		panic("island: " + err.Error())
	}
	return sub
}
