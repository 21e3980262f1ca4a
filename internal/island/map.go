package island

import (
	"fmt"
	"html"
	"math"
	"strings"
)

// The sheet on which Map draws: degrees at its edges, and its width in the drawing's own units.
const (
	mapWest, mapEast   = -24.02, -20.56
	mapSouth, mapNorth = -32.66, -30.44
	mapWidth           = 1000
)

// mapWords are the words of the drawing that are no place's name.
var mapWords = struct{ title, about Text }{
	title: Text{"en": "Map of the island", "fr": "Carte de l’île", "ar": "خريطة الجزيرة", "es": "Mapa de la isla", "ru": "Карта острова", "zh": "岛屿地图"},
	about: Text{
		"en": "An invented island with four States: Arland in the north-west, Belmark in the north-east, Caldera in the south, and the Free City of Saltmere on the east coast. The river Bel, with the crossing of Northgate, parts Arland and Belmark. The Highlands lie between them and Caldera; Long Pass is where the roads meet. The map prejudices no frontier and no status.",
		"fr": "Une île inventée et quatre États : Arland au nord-ouest, Belmark au nord-est, Caldera au sud et la Ville libre de Saltmere sur la côte est. La rivière Bel, avec le passage de Northgate, sépare Arland et Belmark. Les Hautes Terres s’étendent entre eux et Caldera ; les routes se rejoignent au col Long. La carte ne préjuge d’aucune frontière ni d’aucun statut.",
		"ar": "جزيرة متخيلة فيها أربع دول: أرلاند في الشمال الغربي، وبلمارك في الشمال الشرقي، وكالديرا في الجنوب، ومدينة سالتمير الحرة على الساحل الشرقي. يفصل نهر بيل، وعليه معبر نورثغيت، بين أرلاند وبلمارك. وتقع المرتفعات بينهما وبين كالديرا، وتلتقي الطرق عند الممر الطويل. ولا تمس الخريطة بأي حدود أو بأي وضع.",
		"es": "Una isla imaginaria con cuatro Estados: Arland en el noroeste, Belmark en el nordeste, Caldera en el sur y la Ciudad Libre de Saltmere en la costa este. El río Bel, con el paso de Northgate, separa Arland y Belmark. Las Tierras Altas se extienden entre ambos y Caldera; las carreteras se unen en Paso Largo. El mapa no prejuzga ninguna frontera ni ningún estatuto.",
		"ru": "Вымышленный остров с четырьмя государствами: Арланд на северо-западе, Бельмарк на северо-востоке, Кальдера на юге и Вольный город Солтмир на восточном побережье. Река Бель с пунктом пропуска Нортгейт разделяет Арланд и Бельмарк. Нагорье лежит между ними и Кальдерой; дороги сходятся у Долгого перевала. Карта не предрешает ни границ, ни статуса.",
		"zh": "一座虚构的岛屿，有四个国家：西北部的阿兰德、东北部的贝尔马克、南部的卡尔德拉和东海岸的索尔特米尔自由市。贝尔河及其上的诺斯盖特过境点分隔阿兰德与贝尔马克。高地位于两国与卡尔德拉之间；各条道路在长山口交汇。本地图不预断任何边界或地位。",
	},
}

// Map draws the island for a page in a language: an SVG that stands in HTML as it is, takes its colours from the
// text around it (currentColor, so that it is right on light and on dark), and can be given others by the classes
// island-state, island-area, island-river, island-road and island-name. The same language gives the same bytes.
func Map(language string) string {
	direction := "ltr"
	if language == "ar" {
		direction = "rtl"
	}
	if mapWords.title[language] == "" {
		language = "en"
	}
	var b strings.Builder
	bottom := onSheet(Position{mapEast, mapSouth})
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="island-map" viewBox="0 0 %d %d" role="img" lang="%s" direction="%s" aria-labelledby="island-map-title island-map-about" fill="none" stroke="currentColor" stroke-linejoin="round" stroke-linecap="round">`,
		mapWidth, bottom[1], language, direction)
	fmt.Fprintf(&b, "\n<title id=\"island-map-title\">%s</title>\n<desc id=\"island-map-about\">%s</desc>\n",
		html.EscapeString(mapWords.title[language]), html.EscapeString(mapWords.about[language]))
	places := Places()
	for i := range places {
		drawShape(&b, &places[i])
	}
	for i := range places {
		drawPoint(&b, &places[i])
	}
	b.WriteString(`<g class="island-name" fill="currentColor" stroke="none" font-family="sans-serif" text-anchor="middle">` + "\n")
	for _, l := range labels(language) {
		fmt.Fprintf(&b, "<text x=\"%d\" y=\"%d\" font-size=\"%d\">%s</text>\n", l.at[0], l.at[1], l.size, html.EscapeString(l.text))
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

func drawShape(b *strings.Builder, p *Place) {
	switch p.Kind {
	case KindState, KindArea:
		class, fill := "island-state", "0.07"
		if p.Kind == KindArea {
			class, fill = "island-area", "0.16"
		}
		fmt.Fprintf(b, `<path class="%s" id="map-%s" fill="currentColor" fill-opacity="%s" stroke-width="1.5" stroke-opacity="0.6" d="%sz"/>`+"\n", class, p.ID, fill, path(p.Area[0][1:]))
	case KindRiver:
		fmt.Fprintf(b, `<path class="island-river" stroke-width="5" stroke-opacity="0.75" d="%s"/>`+"\n", path(p.Line))
	case KindRoad:
		fmt.Fprintf(b, `<path class="island-road" stroke-width="2" stroke-opacity="0.7" stroke-dasharray="7 5" d="%s"/>`+"\n", path(p.Line))
	}
}

func drawPoint(b *strings.Builder, p *Place) {
	at := onSheet(p.Point)
	switch p.Kind {
	case KindCapital:
		fmt.Fprintf(b, `<rect x="%d" y="%d" width="12" height="12" fill="currentColor" stroke="none"/>`+"\n", at[0]-6, at[1]-6)
	case KindTown:
		fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="4" fill="currentColor" stroke="none"/>`+"\n", at[0], at[1])
	case KindCrossing, KindPass:
		if p.ID == "northgate" || p.Kind == KindPass {
			fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="8" stroke-width="4"/>`+"\n", at[0], at[1])
		}
	}
}

// label is a name on the sheet: at says where the middle of its line stands.
type label struct {
	text string
	at   [2]int
	size int
}

// labels are the names that the drawing shows: of those places that say where their name has room.
func labels(language string) (out []label) {
	sizes := map[Kind]int{KindState: 36, KindArea: 21, KindRiver: 19}
	for i := range Places() {
		p := &Places()[i]
		if p.Label == nil {
			continue
		}
		name, size := p.Name, sizes[p.Kind]
		if p.Short != nil {
			name = p.Short
		}
		if size == 0 {
			size = 20
		}
		out = append(out, label{name.In(language), onSheet(*p.Label), size})
	}
	return out
}

// onSheet projects a position so that distances in the middle of the island are alike in both directions.
func onSheet(q Position) [2]int {
	scale := mapWidth / (mapEast - mapWest)
	stretch := math.Cos((mapSouth + mapNorth) / 2 * math.Pi / 180)
	return [2]int{int(math.Round((q[0] - mapWest) * scale)), int(math.Round((mapNorth - q[1]) * scale / stretch))}
}

// path writes a line in the form of the attribute d.
func path(line []Position) string {
	var b strings.Builder
	for i, q := range line {
		at := onSheet(q)
		if i == 0 {
			b.WriteByte('M')
		} else {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d %d", at[0], at[1])
	}
	return b.String()
}
