package rules

import "soknad/internal/diag"

var managerIsChair = &Rule{
	Code: "PAR015", Name: "manager-is-chair", Since: "0.1.0", Severity: diag.Warning, Needs: Decoded,
	Title: "the project manager is also the chair of the steering group",
	Check: func(p *Pass) {
		o := p.Project.Organisation
		if o.ProjectManager.Name != "" && o.ProjectManager.Name == o.SteeringGroup.Chair {
			p.Reportf(o.SteeringGroup.At("chair"), "%q chairs the steering group and manages the project", o.SteeringGroup.Chair).
				Relate(o.ProjectManager.At("name"), "the project manager is named here").
				Hint("choose a chair from one of the companies, who can hold the project manager to account")
		}
	},
}
