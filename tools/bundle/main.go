package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

const (
	source = "internal/web/script"
	built  = "internal/web/assets/built"
)

func main() {
	if err := bundle(); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func bundle() error {
	entries, err := filepath.Glob(filepath.Join(source, "*.js"))
	if err != nil {
		return err
	}
	if err := os.RemoveAll(built); err != nil {
		return err
	}
	result := api.Build(api.BuildOptions{
		EntryPoints: entries, Outdir: built, Bundle: true, Write: true, Format: api.FormatESModule, Target: api.ES2022, Platform: api.PlatformBrowser,
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, LegalComments: api.LegalCommentsEndOfFile, LogLevel: api.LogLevelWarning,
	})
	if len(result.Errors) > 0 {
		return fmt.Errorf("%d errors", len(result.Errors))
	}
	return nil
}
