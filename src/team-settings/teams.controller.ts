import { Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { assignableStaff } from '../case-claims/assignable-staff.queries.js';
import { listPermitTypes } from '../permit-types/permit-types.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { type FieldError, fieldError, parseForm } from '../platform/web/parse-form.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { londonDateOf } from '../shared/london-date.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { allTeams, type TeamWithMembers } from '../teams/teams.queries.js';
import { listZones } from '../zones/zones.queries.js';
import { KeepTeams, type TeamRefusal } from './keep-teams.js';
import { EndTeamForm, TeamForm } from './team.form.js';
import { type TeamChoices, type TeamDraft, teamPage, teamsPage } from './teams.presenter.js';

const FAULTS: Readonly<Record<TeamRefusal, { field: string; text: string }>> = {
  changed: {
    field: 'name',
    text: 'Somebody changed this team after you opened it: check what it is now',
  },
  name_taken: { field: 'name', text: 'Another team has this name' },
  not_in_list: { field: 'members', text: 'Choose from the lists: something is no longer there' },
};

@Controller('teams')
@Can('keep-teams')
export class TeamsController {
  constructor(
    private readonly keepTeams: KeepTeams,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@Req() req: Request, @Res() res: Response) {
    const page = teamsPage(await allTeams(this.database.reader), await this.choices());
    await renderPage(req, res, { view: 'team-settings/index', page });
  }

  @Get('new')
  async new(@Req() req: Request, @Res() res: Response) {
    await this.show({ teamId: null, draft: new TeamForm(), errors: [] }, req, res);
  }

  @Get(':teamId')
  async edit(@Param('teamId') teamId: string, @Req() req: Request, @Res() res: Response) {
    const draft = draftOf(await this.teamOr404(teamId));
    await this.show({ teamId, draft, errors: [] }, req, res);
  }

  @Post()
  async create(@Req() req: Request, @Res() res: Response) {
    await this.save(null, req, res);
  }

  @Post(':teamId')
  async update(@Param('teamId') teamId: string, @Req() req: Request, @Res() res: Response) {
    await this.save((await this.teamOr404(teamId)).id, req, res);
  }

  @Post(':teamId/end')
  async end(@Param('teamId') teamId: string, @Req() req: Request, @Res() res: Response) {
    const team = await this.teamOr404(teamId);
    const parsed = parseForm(EndTeamForm, req.body);
    const version = Number(parsed.form.version);
    const outcome = await this.keepTeams.end({ id: team.id, version });
    if (outcome.ok) return redirectSeeOther(res, '/teams');
    const errors = [fieldError(FAULTS.changed.field, FAULTS.changed.text)];
    await this.show({ teamId, draft: draftOf(await this.teamOr404(teamId)), errors }, req, res);
  }

  private async save(teamId: string | null, req: Request, res: Response) {
    const parsed = parseForm(TeamForm, req.body);
    const { form } = parsed;
    if (!parsed.ok) return this.show({ teamId, draft: form, errors: parsed.errors }, req, res);
    const { name, permitTypes, zones, members, version } = form;
    const outcome = await this.keepTeams.save({
      read: teamId === null ? null : { id: teamId, version: Number(version) },
      ...{ name, permitTypes, zones, memberIds: members },
      changedBy: currentStaff(req).id,
    });
    if (outcome.ok) return redirectSeeOther(res, '/teams');
    const { field, text } = FAULTS[outcome.refusal];
    await this.show({ teamId, draft: form, errors: [fieldError(field, text)] }, req, res);
  }

  private async show(shown: Shown, req: Request, res: Response) {
    const page = teamPage({ ...shown, choices: await this.choices() });
    const status = shown.errors.length > 0 ? 422 : 200;
    await renderPage(req, res, { view: 'team-settings/team', page, status });
  }

  private async choices(): Promise<TeamChoices> {
    const { reader } = this.database;
    const today = londonDateOf(this.clock.now());
    return {
      types: await listPermitTypes(reader, today),
      zones: await listZones(reader, today),
      staff: await assignableStaff(reader),
    };
  }

  private async teamOr404(teamId: string): Promise<TeamWithMembers> {
    const team = (await allTeams(this.database.reader)).find(({ id }) => id === teamId);
    if (!team) throw new NotFoundException();
    return team;
  }
}

interface Shown {
  teamId: string | null;
  draft: TeamDraft;
  errors: readonly FieldError[];
}

function draftOf(team: TeamWithMembers): TeamDraft {
  return {
    ...team,
    version: String(team.version),
    members: team.members.map(({ id }) => id),
  };
}
