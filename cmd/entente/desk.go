package main

import (
	"log/slog"
	"net/http"

	"github.com/entente-net/entente/internal/serve"
)

// desk makes the pages that people see, beside /api and /admin; nil: this build has none.
var desk func(s *serve.Serving, log *slog.Logger) (http.Handler, error)
