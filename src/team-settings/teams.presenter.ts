import { linkContent } from '../platform/web/component-types.js';
import { checkboxes, type ChoicesParams } from '../platform/web/components/choices.js';
import { input, type InputParams } from '../platform/web/components/form-fields.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import type { FieldError } from '../platform/web/parse-form.js';
import type { TeamWithMembers } from '../teams/teams.queries.js';

/** What there is to choose from. */
export interface TeamChoices {
  types: readonly { code: string; name: string }[];
  zones: readonly { code: string; town: string }[];
  staff: readonly { id: string; name: string }[];
}

export interface TeamsPage {
  title: string;
  /** Null while there is no team. */
  teams: TableParams | null;
  add: ButtonParams;
}

export function teamsPage(teams: readonly TeamWithMembers[], { types }: TeamChoices): TeamsPage {
  const typeName = (code: string) => types.find((type) => type.code === code)?.name ?? code;
  return {
    title: 'Teams',
    teams:
      teams.length === 0
        ? null
        : table({
            caption: 'Teams',
            isCaptionHidden: true,
            scrollRegion: 'Teams',
            classes: 'desk-dense',
            firstCellIsHeader: true,
            head: ['Team', 'Permit types', 'Zones', 'Members'],
            rows: teams.map(({ id, name, permitTypes, zones, members }) => [
              linkContent(name, `/teams/${id}`),
              permitTypes.map(typeName).join(', ') || 'All',
              zones.join(', ') || 'All',
              members.map((member) => member.name).join(', ') || 'Nobody',
            ]),
          }),
    add: button({ text: 'Add a team', href: '/teams/new' }),
  };
}

export interface TeamDraft {
  name: string;
  permitTypes: readonly string[];
  zones: readonly string[];
  members: readonly string[];
  version: string;
}

export interface TeamPage {
  title: string;
  errors: { text: string; href: string | null }[];
  backLink: PlainLinkParams;
  action: string;
  version: string;
  name: InputParams;
  permitTypes: ChoicesParams;
  zones: ChoicesParams;
  members: ChoicesParams;
  submit: ButtonParams;
  /** Null for a team that is not there yet. */
  end: { action: string; submit: ButtonParams } | null;
}

interface TeamShown {
  /** Null for a new team. */
  teamId: string | null;
  draft: TeamDraft;
  choices: TeamChoices;
  errors: readonly FieldError[];
}

export function teamPage({ teamId, draft, choices, errors }: TeamShown): TeamPage {
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.text ?? null;
  const action = teamId === null ? '/teams' : `/teams/${teamId}`;
  return {
    title: teamId === null ? 'Add a team' : 'Change a team',
    errors: errors.map(({ text, href }) => ({ text, href })),
    backLink: backLink('/teams', 'Back to teams'),
    action,
    version: draft.version,
    name: input({ name: 'name', label: 'Name', value: draft.name, error: errorOf('name') }),
    ...choiceFields(draft, choices, errorOf),
    submit: button({ text: 'Save the team' }),
    end:
      teamId === null
        ? null
        : {
            action: `${action}/end`,
            submit: button({ text: 'Remove the team', variant: 'secondary' }),
          },
  };
}

const LEGENDS = {
  members: { fieldset: 'Members', hint: 'Officers and supervisors.' },
  permitTypes: { fieldset: 'Permit types', hint: 'None ticked means all.' },
  zones: { fieldset: 'Zones', hint: 'None ticked means all.' },
} as const;

function choiceFields(
  draft: TeamDraft,
  { types, zones, staff }: TeamChoices,
  errorOf: (name: string) => string | null,
): Pick<TeamPage, keyof typeof LEGENDS> {
  const boxes = (name: keyof typeof LEGENDS, items: { value: string; text: string }[]) =>
    checkboxes({
      ...LEGENDS[name],
      ...{ name, items, values: draft[name], small: true, classes: 'desk-columns' },
      error: errorOf(name),
    });
  return {
    members: boxes(
      'members',
      staff.map(({ id, name }) => ({ value: id, text: name })),
    ),
    permitTypes: boxes(
      'permitTypes',
      types.map(({ code, name }) => ({ value: code, text: name })),
    ),
    zones: boxes(
      'zones',
      zones.map(({ code, town }) => ({ value: code, text: `${code} ${town}` })),
    ),
  };
}
