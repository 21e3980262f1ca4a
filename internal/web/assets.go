package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

//go:embed assets
var assetFiles embed.FS

// assets are the files that pages fetch. Their names carry their hash, so that a browser may keep
// them for ever and never shows an old one.
type assets struct {
	styles, icon string            // paths
	scripts      map[string]string // paths by name, without ".js"
	files        map[string]asset
}

type asset struct {
	media          string
	plain, squeeze []byte
}

func loadAssets() (*assets, error) {
	a := &assets{files: map[string]asset{}, scripts: map[string]string{}}
	var sheets [][]byte
	for _, name := range []string{
		"tokens.css",
		"components.css",
		"desk.css",
		"search.css",
		"tongue.css",
		"held.css",
		"portal.css",
		"settings.css",
		"figures.css",
		"draft.css",
		"programme.css",
		"gallery.css",
	} {
		b, err := assetFiles.ReadFile("assets/" + name)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, b)
	}
	a.styles = a.add("entente", "css", "text/css; charset=utf-8", bytes.Join(sheets, []byte("\n")))
	icon, err := assetFiles.ReadFile("assets/mark.svg")
	if err != nil {
		return nil, err
	}
	a.icon = a.add("mark", "svg", "image/svg+xml", icon)
	return a, a.addScripts()
}

// addScripts takes what tools/bundle made of script/. A program built without it serves the same pages, without script.
func (a *assets) addScripts() error {
	names, err := fs.Glob(assetFiles, "assets/built/*.js")
	if err != nil {
		return err
	}
	for _, name := range names {
		b, err := assetFiles.ReadFile(name)
		if err != nil {
			return err
		}
		stem := strings.TrimSuffix(path.Base(name), ".js")
		a.scripts[stem] = a.add(stem, "js", "text/javascript; charset=utf-8", b)
	}
	return nil
}

func (a *assets) add(stem, ext, media string, b []byte) string {
	sum := sha256.Sum256(b)
	name := stem + "." + hex.EncodeToString(sum[:8]) + "." + ext
	a.files[name] = asset{media: media, plain: b, squeeze: squeeze(b)}
	return "/assets/" + name
}

func (a *assets) serve(w http.ResponseWriter, r *http.Request) {
	f, ok := a.files[r.PathValue("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", f.media)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Add("Vary", "Accept-Encoding")
	body := f.plain
	if acceptsGzip(r) {
		body = f.squeeze
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body) // the reader has gone: nobody is left to tell
}
