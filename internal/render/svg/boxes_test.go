package svg_test

import "soknad/internal/figure"

// served makes a goal and those below it.
func served(kind figure.GoalKind, title string, below ...figure.GoalBox) figure.GoalBox {
	level := [...]string{
		figure.MainGoal: "Hovedmål", figure.SubGoal: "Delmål", figure.ResultGoal: "Resultatmål", figure.EffectGoal: "Effektmål",
	}[kind]
	return figure.GoalBox{Kind: kind, Level: level, Title: title, Below: below}
}

// goals are what the plan is to reach.
func goals() figure.GoalTree {
	return figure.GoalTree{
		Alt:       "Ett hovedmål, tre delmål, og under dem fem resultatmål og tre effektmål.",
		Continued: "(forts.)",
		Goals: []figure.GoalBox{served(figure.MainGoal, "Bedriftene øker verdiskapingen med 10 prosent ved å løse felles oppgaver sammen",
			served(figure.SubGoal, "Bergverkene har stabil og energieffektiv drift hele året",
				served(figure.ResultGoal, "Sju bergverk sammenligner driftstall hvert kvartal og har tatt i bruk tiltak som er prøvd ut i fellesskap"),
				served(figure.ResultGoal, "Åtte prøveanløp med samordnet last"),
				served(figure.EffectGoal, "10 prosent mindre strøm per tonn til knusing og maling"),
			),
			served(figure.SubGoal, "Bedriftene får tak i fagfolkene de trenger, og beholder dem",
				served(figure.ResultGoal, "36 ansatte har fullført minst to moduler i bergteknisk fagskole på deltid"),
				served(figure.ResultGoal, "Tallet på lærlinger har økt fra 31 til 50"),
				served(figure.EffectGoal, "Flere kvinner og flere unge arbeider i mineralbedriftene"),
			),
			served(figure.SubGoal, "Bedriftene kjenner sine egne ressurser bedre",
				served(figure.ResultGoal, "120 000 meter borekjerner er søkbare"),
			),
			served(figure.EffectGoal, "Verdiskapingen er om lag 25 prosent høyere enn i 2011"),
		)},
	}
}

// organisation is who is to see to it.
func organisation() figure.OrgChart {
	return figure.OrgChart{
		Alt:             "Avtalepartneren, styringsgruppen med leder og fire medlemmer, prosjektlederen, partnerskapet og støttespillerne.",
		ContractPartner: figure.OrgUnit{Title: "Avtalepartner", Head: "Kunnskapshavna Nord AS"},
		SteeringGroup: figure.OrgUnit{Title: "Styringsgruppe", Head: "Leder: Ingunn Fonnebø, Fonndalen Anlegg og Gruvedrift AS", Lines: []string{
			"Terje Lillevoll, Dyrfjell Malm AS", "Berit Inga Vadnem, Nuorta Malm AS",
			"Solveig Rypås, Rombaksneset Bulkterminal AS", "Hilde Brattrem, Høgskolen i Ofoten",
		}},
		ProjectManager: figure.OrgUnit{Title: "Prosjektleder", Head: "Eirik Sandhaug, Kunnskapshavna Nord AS"},
		Partnership:    figure.OrgUnit{Title: "Partnerskapet", Head: "I alt: 30", Lines: []string{"Kjernebedrift: 8", "Bedrift: 13", "Forskning: 3", "Utdanning: 3"}},
		Supporters:     figure.OrgUnit{Title: "Støttespillere", Head: "I alt: 10", Lines: []string{"Interesseorganisasjon: 7", "Offentlig: 3"}},
	}
}

// origins are what came of what was said.
func origins() figure.Flow {
	goal := func(id, title string, below ...figure.GoalBox) figure.GoalBox {
		return figure.GoalBox{Kind: figure.SubGoal, ID: id, Title: title, Below: below}
	}
	return figure.Flow{
		Alt:     "Tretti innspill fra to samlinger ble til to innsatsområder med tre mål og fem aktiviteter.",
		Columns: [4]string{"Samling", "Innsatsområde", "Mål", "Aktivitet"},
		Sources: []figure.FlowSource{
			{Head: "22 innspill", Title: "Åpningssamling for hele verdikjeden", Into: []int{13, 6, 3}},
			{Head: "8 innspill", Title: "Leverandører, kapital og prosjektutvikling", Into: []int{2, 6}},
		},
		Areas: []figure.GoalBox{
			{Kind: figure.MainGoal, Level: "15 innspill", Title: "Effektiv drift og logistikk", Below: []figure.GoalBox{
				goal("driftstall", "Sju bergverk sammenligner driftstall hvert kvartal",
					figure.GoalBox{Title: "A1 Felles mal for driftstall"}, figure.GoalBox{Title: "A3 Prøveprogram for vinterdrift"}),
				goal("samlast", "Åtte prøveanløp med samordnet last", figure.GoalBox{Title: "A2 Hvor stopper det mellom gruve og kai?"}),
			}},
			{Kind: figure.MainGoal, Level: "12 innspill", Title: "Kompetanse og rekruttering", Below: []figure.GoalBox{
				goal("fagskole", "36 ansatte har fullført minst to moduler på fagskolen",
					figure.GoalBox{Title: "A4 Hospitering på Nordkalotten", Also: []string{"driftstall"}}, figure.GoalBox{Title: "A5 Bergteknisk fagskole på deltid"}),
			}},
			{Level: "3 innspill", Title: "Lagt til side"},
		},
	}
}
