package rules

import "soknad/internal/diag"

var projectManager = &Rule{
	Code: "PAR012", Name: "project-manager", Since: "0.1.0", Severity: diag.Error, Needs: Decoded,
	Reads: []string{"organisation.project_manager.name"},
	Title: "no project manager is named, or it is not known who employs the person",
	Check: func(p *Pass) {
		if p.Project.Lacks("organisation") {
			return // section-missing says so, where the call asks for it
		}
		if p.Project.Organisation.Lacks("project_manager") {
			p.Reportf(p.Project.Key("organisation"), "no project manager is named").
				Hint("give in \"project_manager\", below \"organisation\", the person's name and participant")
			return
		}
		if m := p.Project.Organisation.ProjectManager; m.Lacks("participant") {
			p.Reportf(m, "no participant is given for the project manager %q", m.Name).
				Hint("give in \"participant\" the id of the participant that employs the project manager")
		}
	},
}
