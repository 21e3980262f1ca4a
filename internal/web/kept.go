package web

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
)

// keptFile is a file that any number of readers fetch: squeezed once, with a tag by which a reader learns that they have it already.
type keptFile struct {
	tag, media      string
	plain, squeezed []byte
}

func keep(media string, body []byte) *keptFile {
	sum := sha256.Sum256(body)
	return &keptFile{media: media, tag: `"` + hex.EncodeToString(sum[:12]) + `"`, plain: body, squeezed: squeeze(body)}
}

// write sends a kept file, or says that the reader has it already.
func (x *keptFile) write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	body, tag := x.plain, x.tag
	if acceptsGzip(r) {
		body, tag = x.squeezed, strings.TrimSuffix(x.tag, `"`)+`-gz"`
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("ETag", tag)
	h.Set("Content-Type", x.media)
	if match := r.Header.Get("If-None-Match"); match != "" && (match == "*" || strings.Contains(match, tag)) {
		h.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the reader has gone: nobody is left to tell
	}
}
