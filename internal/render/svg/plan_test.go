package svg_test

import (
	"time"

	"soknad/internal/figure"
)

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// month is the first or last day of the n-th month of the project, which
// begins in September 2012.
func month(n int) time.Time    { return day(2012, time.September, 1).AddDate(0, n-1, 0) }
func monthEnd(n int) time.Time { return month(n+1).AddDate(0, 0, -1) }

// row makes an activity from its first to its last month.
func row(id, label string, from, to int, after ...string) figure.GanttRow {
	return figure.GanttRow{ID: id, Label: label, Start: month(from), End: monthEnd(to), After: after}
}

// reaching adds a milestone at the end of a month.
func reaching(r figure.GanttRow, mark string, n int) figure.GanttRow {
	r.Milestones = append(r.Milestones, figure.Milestone{Date: monthEnd(n), Mark: mark})
	return r
}

// plan is a whole time plan as an applicant in Nordland would have it: five
// focus areas, 24 activities, three years.
func plan() figure.Gantt {
	return figure.Gantt{
		Alt: "Tidsplan for 24 aktiviteter i fem innsatsområder fra september 2012 til august 2015. " +
			"Kartleggingene kommer først, og samarbeidsprosjektene bygger på dem.",
		From:       day(2012, time.September, 1),
		To:         day(2015, time.August, 31),
		Quarters:   [4]string{"K1", "K2", "K3", "K4"},
		Milestone:  "Milepæl",
		Dependency: "Bygger på en annen aktivitet",
		Outside:    "Utenfor prosjektperioden",
		Continued:  "(forts.)",
		Groups: []figure.GanttGroup{
			{Title: "1 Utvinning og produksjon", Rows: []figure.GanttRow{
				reaching(row("kart", "Kartlegging av felles behov i gruver, oppredningsverk og tunneldrift", 1, 6), "M1", 6),
				row("berg", "Bergmekanikk i dype gruver", 7, 16, "kart"),
				reaching(row("maskin", "Fjernstyring og overvåking av maskiner under jord", 10, 24, "kart"), "M4", 18),
				row("energi", "Energibruk i knusing og maling: målinger ved tre oppredningsverk", 13, 27, "kart"),
				reaching(row("avgang", "Avgang og deponi: felles dokumentasjon for myndigheter og naboer", 19, 36, "energi"), "M8", 36),
			}},
			{Title: "2 Leverandørutvikling", Rows: []figure.GanttRow{
				row("lev", "Leverandørkartlegging i Nordland, Troms og Finnmark", 1, 5),
				reaching(row("anbud", "Anbudskompetanse for små og mellomstore leverandører", 6, 14, "lev"), "M2", 14),
				row("alliansar", "Leverandørallianser om vedlikeholdsstans", 12, 26, "anbud"),
				row("eksport", "Felles markedsføring mot svenske og finske gruver", 15, 33, "anbud"),
				reaching(row("dager", "Årlige leverandørdager", 4, 34), "", 5),
			}},
			{Title: "3 Kompetanse og rekruttering", Rows: []figure.GanttRow{
				row("behov", "Kompetansebehov fram mot 2025", 2, 7),
				reaching(row("fagskole", "Fagskoletilbud i bergfag ved Fagskolen i Nordland", 8, 24, "behov"), "M5", 24),
				reaching(row("master", "Masteremne i mineralteknologi sammen med NTNU og Høgskolen i Narvik", 8, 28, "behov"), "M6", 28),
				row("ungdom", "Ungdom inn i bergverk: klassebesøk, sommerjobb og lærlingplasser", 5, 36),
				row("larling", "Felles opplæringskontor", 25, 36, "fagskole"),
			}},
			{Title: "4 Forskning og innovasjon", Rows: []figure.GanttRow{
				row("agenda", "Felles forskningsagenda", 3, 9),
				reaching(row("forprosjekt", "To forprosjekter om nye mineralprodukter (kvarts, grafitt)", 10, 20, "agenda", "kart"), "M3", 13),
				reaching(row("soknad", "Søknader til Forskningsrådet, VRI og EU", 12, 30, "agenda"), "M7", 30),
				row("test", "Testanlegg for sensorbasert sortering", 21, 35, "forprosjekt"),
			}},
			{Title: "5 Klyngesamarbeid og ledelse", Rows: []figure.GanttRow{
				reaching(row("oppstart", "Oppstart, styringsgruppe og samarbeidsavtale", 1, 3), "M0", 3),
				row("motesplass", "Møteplasser: mineralforum to ganger i året", 3, 36, "oppstart"),
				row("komm", "Kommunikasjon og nettsted", 2, 36),
				row("internasjonalt", "Samarbeid med Bergskolan i Filipstad og Luleå tekniska universitet", 9, 32),
				reaching(row("sluttevaluering", "Nullpunktsmåling, midtveis- og sluttevaluering", 1, 36), "M9", 35),
			}},
		},
	}
}

// amounts makes the parts of a year from thousands of kroner.
func amounts(total, label string, thousands ...int64) figure.Bar {
	b := figure.Bar{Label: label, Total: total}
	for _, n := range thousands {
		b.Parts = append(b.Parts, figure.Part{Amount: n, Words: grouped(n)})
	}
	return b
}

// grouped writes a number as Norwegians do.
func grouped(n int64) string {
	s := ""
	for ; n >= 1000; n /= 1000 {
		s = "\u00a0" + threeDigits(n%1000) + s
	}
	return digits(n) + s
}

func threeDigits(n int64) string { return digits(n/100) + digits(n/10%10) + digits(n%10) }

func digits(n int64) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return digits(n/10) + string(rune('0'+n%10))
}

// budget is what the plan costs, year by year.
func budget() figure.Bars {
	return figure.Bars{
		Alt:  "Kostnader per år etter kostnadsart. Kjøpte tjenester er størst hvert år, og 2014 er det dyreste året.",
		Unit: "Tusen kroner",
		Series: []string{
			"Prosjektledelse", "Egeninnsats fra deltakerne", "Kjøpte tjenester (FoU og rådgivere)",
			"Møter og samlinger", "Reise", "Kommunikasjon og markedsføring", "Nullpunkt, evaluering og revisjon",
		},
		Bars: []figure.Bar{
			amounts("1 475", "2012", 300, 420, 500, 90, 45, 60, 60),
			amounts("4 310", "2013", 900, 1260, 1700, 180, 120, 150, 0),
			amounts("4 985", "2014", 900, 1400, 2150, 180, 120, 150, 85),
			amounts("2 700", "2015", 600, 840, 900, 110, 70, 60, 120),
		},
	}
}

// financing is how the plan is paid for.
func financing() figure.Bars {
	return figure.Bars{
		Alt:    "Finansiering per år etter kilde. Tilskuddet dekker under halvparten hvert år.",
		Unit:   "Tusen kroner",
		Series: []string{"Innovasjon Norge (omsøkt)", "Fylkeskommunene", "Kontantinnskudd fra deltakerne", "Egeninnsats i timer"},
		Bars: []figure.Bar{
			amounts("1 475", "2012", 700, 200, 155, 420),
			amounts("4 310", "2013", 2000, 500, 550, 1260),
			amounts("4 985", "2014", 2300, 600, 685, 1400),
			amounts("2 700", "2015", 1200, 300, 360, 840),
		},
	}
}

// risks is the risk matrix of the plan.
func risks() figure.RiskMatrix {
	return figure.RiskMatrix{
		Alt:         "Risikomatrise med ti risikoer. To er høye: R3 og R7.",
		Probability: "Sannsynlighet", Consequence: "Konsekvens",
		Likely: [5]string{"Svært liten", "Liten", "Middels", "Stor", "Svært stor"},
		Grave:  [5]string{"Ubetydelig", "Liten", "Moderat", "Alvorlig", "Svært alvorlig"},
		Low:    "Lav", Medium: "Middels", High: "Høy",
		Risks: []figure.Risk{
			{Mark: "R1", Probability: 3, Consequence: 4}, {Mark: "R2", Probability: 2, Consequence: 3},
			{Mark: "R3", Probability: 4, Consequence: 4}, {Mark: "R4", Probability: 1, Consequence: 5},
			{Mark: "R5", Probability: 3, Consequence: 4}, {Mark: "R6", Probability: 2, Consequence: 2},
			{Mark: "R7", Probability: 3, Consequence: 5}, {Mark: "R8", Probability: 3, Consequence: 4},
			{Mark: "R9", Probability: 3, Consequence: 4}, {Mark: "R10", Probability: 3, Consequence: 4},
		},
	}
}

// priorities is what each participant says of each focus area.
func priorities() figure.HeatMatrix {
	return figure.HeatMatrix{
		Alt:    "Hvor viktig hvert innsatsområde er for elleve deltakere. Kompetanse og rekruttering er viktigst for flest.",
		Corner: "Deltaker",
		Columns: []string{
			"Utvinning og produksjon", "Leverandørutvikling", "Kompetanse og rekruttering",
			"Forskning og innovasjon", "Klyngesamarbeid og ledelse",
		},
		Rows: []figure.HeatRow{
			{Label: "Leonhard Nilsen og Sønner", Values: []int{3, 2, 3, 1, 2}},
			{Label: "Rana Gruber", Values: []int{3, 1, 3, 2, 2}},
			{Label: "Elkem Salten", Values: []int{2, 1, 2, 3, 1}},
			{Label: "Sydvaranger Gruve", Values: []int{3, 2, 2, 1, 1}},
			{Label: "Skaland Graphite", Values: []int{3, 0, 1, 2, 1}},
			{Label: "Norwegian Crystallites", Values: []int{2, 0, 1, 3, 1}},
			{Label: "Høgskolen i Narvik", Values: []int{1, 0, 3, 3, 2}},
			{Label: "Norges teknisk-naturvitenskapelige universitet, Institutt for geologi og bergteknikk", Values: []int{2, 0, 3, 3, 1}},
			{Label: "Kunnskapsparken i Bodø", Values: []int{0, 3, 2, 2, 3}},
			{Label: "Nordland fylkeskommune", Values: []int{1, 2, 3, 1, 3}},
			{Label: "Mo Industripark", Values: []int{1, 3, -1, 1, 2}},
		},
		Scale: [4]string{"uten betydning", "litt viktig", "viktig", "avgjørende"},
	}
}
