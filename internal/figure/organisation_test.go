package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"soknad/internal/figure"
)

// orgChart makes a chart with so many members in the steering group.
func orgChart(members int) figure.OrgChart {
	c := figure.OrgChart{
		Alt:             "Hvem som svarer til hvem.",
		ContractPartner: figure.OrgUnit{Title: "Avtalepartner", Head: "Havna AS"},
		SteeringGroup:   figure.OrgUnit{Title: "Styringsgruppe", Head: "Leder: Ingunn Fonn"},
		ProjectManager:  figure.OrgUnit{Title: "Prosjektleder", Head: "Eirik Sand, Havna AS"},
		Partnership:     figure.OrgUnit{Title: "Partnerskapet", Head: "I alt: 9", Lines: []string{"Bedrift: 7", "Forskning: 2"}},
		Supporters:      figure.OrgUnit{Title: "Støttespillere", Head: "I alt: 3", Lines: []string{"Offentlig: 3"}},
	}
	for i := range members {
		c.SteeringGroup.Lines = append(c.SteeringGroup.Lines, fmt.Sprintf("Navn %d, Bedrift AS", i+1))
	}
	return c
}

func TestWhoAnswersStandsBelow(t *testing.T) {
	f := orgChart(5).Draw()
	tidy(t, f)
	bottom := -1.0
	for _, words := range []string{"Avtalepartner", "Styringsgruppe", "Prosjektleder", "Partnerskapet"} {
		box := boxAround(t, f, find(t, f, words))
		if bottom >= 0 && box.Y < bottom+10 {
			t.Errorf("%s stands at %.1f, and what it answers to ends at %.1f", words, box.Y, bottom)
		}
		if bottom >= 0 && !leads(f, bottom, box) {
			t.Errorf("no line leads down to %s", words)
		}
		bottom = box.Y + box.H
	}
}

// leads reports whether lines leave a level's lower edge and reach a box.
func leads(f *figure.Figure, from float64, to figure.Rect) bool {
	var out, in bool
	for _, l := range only[figure.Line](f) {
		out = out || near(l.Y1, from)
		in = in || near(l.Y2, to.Y) && near(l.X2, to.X+to.W/2)
	}
	return out && in
}

func TestMembersStandInTheirGroup(t *testing.T) {
	for _, n := range []int{0, 1, 3, 4, 9, 60} {
		f := orgChart(n).Draw()
		tidy(t, f)
		group := boxAround(t, f, find(t, f, "Styringsgruppe"))
		for i := range n {
			member := find(t, f, fmt.Sprintf("Navn %d, Bedrift AS", i+1))
			if boxAround(t, f, member) != group {
				t.Errorf("member %d of %d stands outside the group", i+1, n)
			}
		}
	}
}

func TestSoManyAreNotShown(t *testing.T) {
	f := orgChart(63).Draw()
	find(t, f, "Navn 59, Bedrift AS")
	find(t, f, "+4")
	if strings.Contains(said(f), "Navn 60,") {
		t.Error("more than sixty lines are shown")
	}
}

func TestSupportersStandBeside(t *testing.T) {
	f := orgChart(2).Draw()
	partners, supporters := boxAround(t, f, find(t, f, "Partnerskapet")), boxAround(t, f, find(t, f, "Støttespillere"))
	if supporters.Y != partners.Y || supporters.X < partners.X+partners.W || partners.Radius != 0 || supporters.Radius == 0 {
		t.Errorf("%v and %v", partners, supporters)
	}
	dashed := 0
	for _, l := range only[figure.Line](f) {
		if l.Dashed {
			dashed++
		}
	}
	if dashed != 1 {
		t.Errorf("%d lines are dashed", dashed)
	}
}

func TestUnitsWithoutWordsAreLeftOut(t *testing.T) {
	all := orgChart(0)
	f := figure.OrgChart{SteeringGroup: all.SteeringGroup, ProjectManager: figure.OrgUnit{Title: "Prosjektleder", Lines: []string{" "}}}.Draw()
	tidy(t, f)
	if words := said(f); words != "Styringsgruppe Leder: Ingunn Fonn" || len(only[figure.Line](f)) > 0 {
		t.Errorf("it says %q with %d lines", words, len(only[figure.Line](f)))
	}
	for _, units := range [][2]figure.OrgUnit{{all.Partnership, {}}, {{}, all.Supporters}} {
		f := figure.OrgChart{ProjectManager: all.ProjectManager, Partnership: units[0], Supporters: units[1]}.Draw()
		tidy(t, f)
		if n := len(only[figure.Rect](f)); n != 2 {
			t.Errorf("%d boxes for %q", n, said(f))
		}
	}
	if (figure.OrgChart{Alt: "Ingen."}).Draw() != nil {
		t.Error("nobody is drawn")
	}
}

func TestLongNamesAreBroken(t *testing.T) {
	long := strings.Repeat("samfunnsvitenskapsdepartement", 5)
	c := orgChart(4)
	for _, u := range []*figure.OrgUnit{&c.ContractPartner, &c.SteeringGroup, &c.Supporters} {
		u.Title, u.Head, u.Lines = long, long, append(u.Lines, long, strings.Repeat("Nordnorsk Bergverk ", 9))
	}
	for _, width := range []float64{0, 300} {
		c.Width = width
		tidy(t, c.Draw())
	}
}

// FuzzOrgChart holds that no words make the builder panic or draw untidily.
func FuzzOrgChart(f *testing.F) {
	f.Add("Ingunn Fonnebø, Fonndalen Anlegg og Gruvedrift AS", 0.0, []byte{9, 3, 0, 1})
	f.Add("ÆØÅ\u00ad\xff\u0000 – lang-bindestrek/", 1.0, []byte{0, 0, 60, 200, 70})
	f.Add("", 900.0, []byte{1, 2, 3, 4, 5})
	f.Fuzz(func(t *testing.T, words string, width float64, counts []byte) {
		if len(words) > 2000 || len(counts) > 5 {
			t.Skip("large")
		}
		c := figure.OrgChart{Alt: words, Width: width}
		units := []*figure.OrgUnit{&c.ContractPartner, &c.SteeringGroup, &c.ProjectManager, &c.Partnership, &c.Supporters}
		for i, n := range counts {
			units[i].Title = words
			units[i].Head = words[:int(n)%(len(words)+1)]
			for j := range int(n) {
				units[i].Lines = append(units[i].Lines, words[:(int(n)*(j+1))%(len(words)+1)])
			}
		}
		if drawn := c.Draw(); drawn != nil {
			tidy(t, drawn)
		}
	})
}
