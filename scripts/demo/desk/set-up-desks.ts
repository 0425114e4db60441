import { readInterest } from '../../../src/declared-relations/interest-value.rules.js';
import { DeclareInterest } from '../../../src/declared-relations/declare-interest.js';
import { SaveView } from '../../../src/queue/save-view.js';
import { KeepTeams } from '../../../src/team-settings/keep-teams.js';
import type { DemoDesk } from './demo-desk.js';
import type { DemoStaff } from './demo-staff.js';
import type { Progress } from './progress.js';
import { type Portal } from './send-application.js';
import { stableUuid } from './stable-id.js';

interface Desks {
  desk: DemoDesk;
  portal: Portal;
  staff: DemoStaff;
  progress: Progress;
}

/** How the council's people have arranged their work: teams, a shared view, an interest declared. */
export async function setUpDesks({ desk, portal, staff, progress }: Desks): Promise<void> {
  const deeds = {
    'team of Loughborough': () => keepTeam(desk, staff),
    'view of what ends today': () => shareView(desk, staff),
    'interest of Asha': () => declareInterest(desk, portal, staff),
  };
  for (const [name, deed] of Object.entries(deeds)) {
    if (progress.isDone(name)) continue;
    await deed();
    progress.markDone(name);
  }
}

async function keepTeam(desk: DemoDesk, { asha, grace, helen }: DemoStaff): Promise<void> {
  const outcome = await desk.use(KeepTeams).save({
    ...{ read: null, name: 'Loughborough', permitTypes: [], zones: ['Z1', 'Z3', 'Z5', 'Z7'] },
    ...{ memberIds: [asha.id, grace.id], changedBy: helen.id },
  });
  // Cut off between the two writes, the team is there already.
  if (!outcome.ok && outcome.refusal !== 'name_taken') throw new Error(outcome.refusal);
}

async function shareView(desk: DemoDesk, { helen }: DemoStaff): Promise<void> {
  const outcome = await desk.use(SaveView).save({
    ...{ staffId: helen.id, viewId: null, name: 'Harborough, oldest first' },
    ...{ query: 'zone=Z21&sort=received', isShared: true, isFirst: false },
  });
  if (!outcome.ok) throw new Error(outcome.refusal);
}

/** Yasmin Akhtar of DEMO-W06 is a relation of hers. */
async function declareInterest(desk: DemoDesk, portal: Portal, { asha }: DemoStaff): Promise<void> {
  const read = readInterest('person', { value: 'Yasmin Akhtar', postcode: '' });
  if (!read.ok) throw new Error(read.fault.text);
  await desk.use(DeclareInterest).declare({
    ...{ staffId: asha.id, interest: read.interest, isRelation: true },
    formId: stableUuid(portal.clientId, 'interest of Asha'),
  });
}
