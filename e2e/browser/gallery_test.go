package browser

import (
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/desk"
)

// Every state of every page, as the gallery of the development mode shows it: axe in both directions and both schemes, nothing that
// scrolls sideways on the narrowest phone, no request elsewhere, no complaint of the browser, and the weight of each as a first page.
func TestGallery(t *testing.T) {
	t.Parallel()
	s := newStage(t, northgate(t), []role{{party: "arland", id: "dessar", name: "Officer Dessar", roles: []agreement.RoleID{"officer"}}}, desk.Options{Development: true})
	run(t, "gallery.mjs", s)
}
