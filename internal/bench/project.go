package bench

import (
	"fmt"
	"strings"
)

// areas is the number of focus areas.
const areas = 8

// stages are the ids of the value chain.
func stages() []string {
	return []string{"leting", "utvinning", "oppredning", "leverandor", "logistikk", "kunnskap"}
}

// files writes the whole corpus. What there is much of stands in a file for
// each unit of scale, so that no file becomes too large.
func (c *corpus) files() []File {
	all := []File{
		{"application.yaml", []byte(c.application())},
		{"focus-areas.yaml", []byte(c.focusAreas())},
		{"organisation.yaml", []byte(c.organisation())},
		{"budget.yaml", []byte(c.budget())},
		{"annexes/avtale.pdf", annex()},
	}
	for i := range participantsPerUnit * c.scale {
		all = append(all, File{fmt.Sprintf("participants/%s.yaml", id("p", i)), []byte(c.participant(i))})
	}
	for n := range c.scale {
		for _, part := range []struct {
			name  string
			write func(int) string
		}{{"goals", c.goals}, {"activities", c.activities}, {"inputs", c.inputs}, {"risks", c.risks}} {
			all = append(all, File{fmt.Sprintf("%s/%03d.yaml", part.name, n+1), []byte(part.write(n))})
		}
	}
	for _, s := range proseSections() {
		all = append(all, File{"sections/" + s + ".md", []byte(c.section())})
	}
	return all
}

func (c *corpus) application() string {
	var b strings.Builder
	fmt.Fprintf(&b, `application:
  title: Mineralklynge Måling
  acronym: MKM
  call: arena-2012
  language: nb
  sample: true
  contract_partner: %s
  contact: {name: Kari Nordli 1, email: post-1@soknad.example, phone: "00 00 00 00"}
  period: {start: %s, months: %d}
  submission: {planned: 2012-03-28}
  summary: >-
    %s
vision: >-
  Landsdelen hører til de mest kunnskapsrike og ansvarlige mineralregionene, og unge bygger livet sitt her.
value_chain:
`, id("p", c.company(0)), day(0), months, c.paragraph(8))
	for _, s := range stages() {
		fmt.Fprintf(&b, "  - {id: %s, title: %s}\n", s, capital(s))
	}
	b.WriteString("workshops:\n")
	for w, place := range []string{"Narvik", "Bodø", "Alta"} {
		fmt.Fprintf(&b, "  - {id: %s, title: Samling i %s, start: 2012-02-%02d, place: %s, attendance: 40}\n", id("w", w), place, w*7+1, place)
	}
	b.WriteString("challenges:\n")
	for i := range areas {
		fmt.Fprintf(&b, "  - id: %s\n    text: >-\n      %s\n", id("challenge", i), c.paragraph(2))
	}
	return b.String()
}

func (c *corpus) focusAreas() string {
	var b strings.Builder
	b.WriteString("focus_areas:\n")
	for i := range areas {
		fmt.Fprintf(&b, "  - id: %s\n    title: %s\n    priority: %d\n    reason: >-\n      %s\n", id("area", i), c.title(), i+1, c.paragraph(3))
	}
	return b.String()
}

// title makes a title of a few words.
func (c *corpus) title() string { return capital(c.compound(0)) + " og " + c.compound(1) }

func (c *corpus) organisation() string {
	var b strings.Builder
	b.WriteString("organisation:\n  steering_group:\n    chair: Styreleder 1\n    members:\n")
	for i := range 9 {
		fmt.Fprintf(&b, "      - {name: Styreleder %d, participant: %s}\n", i+1, id("p", c.company(i)))
	}
	fmt.Fprintf(&b, "  project_manager: {name: Eirik Prosjekt, participant: %s, cv: annexes/avtale.pdf}\n", id("p", c.company(0)))
	b.WriteString("  agreement: {status: signed, file: annexes/avtale.pdf}\n")
	b.WriteString("annexes:\n  - {id: avtale, kind: partnership-agreement, title: Partnerskapsavtalen, file: annexes/avtale.pdf}\ncriteria:\n")
	for _, criterion := range strings.Fields("resource-base position potential interaction anchoring strategy capability organisation additionality sustainability") {
		fmt.Fprintf(&b, "  - {id: %s, answered_in: [%s, %s, %s]}\n", criterion, c.random.one(proseSections()), id("area", c.random.below(areas)), id("goal", 0))
	}
	return b.String()
}

// budget writes the common costs and the financing.
func (c *corpus) budget() string {
	var b strings.Builder
	applied := 0
	for y := range years {
		applied += c.applied(y)
	}
	fmt.Fprintf(&b, "budget:\n  vat: excluded\n  bridging:\n    amount: %d\n    reason: Avtalepartneren har driftskreditt til tilskuddet er betalt ut.\n  costs:\n", applied/2)
	for _, p := range common() {
		fmt.Fprintf(&b, "    - {category: %s, year: %d, amount: %d, reason: %s}\n", p.category, firstYear+p.year, p.amount, c.title())
	}
	b.WriteString("  financing:\n    - id: arena\n      kind: grant\n      funder: Innovasjon Norge\n      status: applied\n      amounts:\n")
	for y := range years {
		fmt.Fprintf(&b, "        - {year: %d, amount: %d}\n", firstYear+y, c.applied(y))
	}
	return b.String()
}

// inputs writes what people said in one unit of scale.
func (c *corpus) inputs(n int) string {
	var b strings.Builder
	b.WriteString("inputs:\n")
	for i := n * inputsPerUnit; i < (n+1)*inputsPerUnit; i++ {
		decision := fmt.Sprintf("{status: used, focus_area: %s}", id("area", i%areas))
		if i%15 == 14 {
			decision = "{status: dropped, reason: Dette hører hjemme i et annet program}"
		}
		fmt.Fprintf(&b, "  - id: %s\n    workshop: %s\n    from: %s\n    text: >-\n      %s\n    decision: %s\n",
			id("i", i), id("w", i%3), id("p", c.partner(i)), c.paragraph(2), decision)
	}
	return b.String()
}

// risks writes the risks of one unit of scale.
func (c *corpus) risks(n int) string {
	var b strings.Builder
	b.WriteString("risks:\n")
	for i := n * risksPerUnit; i < (n+1)*risksPerUnit; i++ {
		fmt.Fprintf(&b, "  - id: %s\n    title: %s\n    probability: %d\n    consequence: %d\n    measures: >-\n      %s\n    owner: %s\n",
			id("r", i), c.title(), 1+c.random.below(5), 1+c.random.below(5), c.paragraph(2), id("p", c.partner(i)))
	}
	return b.String()
}

// annex is a page without a word on it.
func annex() []byte {
	return []byte(`%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>
endobj
xref
0 4
0000000000 65535 f 
0000000009 00000 n 
0000000054 00000 n 
0000000105 00000 n 
trailer
<</Size 4/Root 1 0 R>>
startxref
184
%%EOF
`)
}
