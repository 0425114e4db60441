import { localDate, londonDateOf } from '../../../src/shared/london-date.js';
import { addDays, addMonths, type LocalDate } from '../../../src/shared/local-date.js';
import type { VehicleToMake } from '../../../sandbox/control/make-vehicle.js';
import type { DemoCase, DemoVehicle } from '../plan/demo-case.js';
import type { DemoDesk } from './demo-desk.js';
import { paperOf } from './paper-of-a-case.js';
import { hoursBefore, type Portal } from './send-application.js';

type Facts = Omit<VehicleToMake, 'registrationNumber'>;

const motorcycle: Facts = { wheelplan: '2 WHEEL', typeApproval: 'L3' };
/** Earlier than any V5C of the demonstration. */
const LONG_AGO = localDate('2022-03-08');

/** Where the register says something else than the application, so that its hints can be seen. */
const DIFFERENT: Readonly<Record<string, (now: LocalDate) => Facts | null>> = {
  'DEMO-W15': (now) => ({ dateOfLastV5CIssued: addDays(now, -24) }),
  'DEMO-R01': (now) => ({ dateOfLastV5CIssued: addDays(now, -40), colour: 'BLACK' }),
  'DEMO-W06': () => ({ colour: 'BLACK' }),
  'DEMO-R04': () => ({ make: 'VAUXHALL' }),
  'DEMO-W14': () => motorcycle,
  'DEMO-W03': () => motorcycle,
  'DEMO-R07': () => motorcycle,
  'DEMO-W16': (now) => ({ taxStatus: 'SORN', ...motUntil(addDays(now, -50)) }),
  'DEMO-W02': () => ({ dateOfLastV5CIssued: LONG_AGO }),
  // A vehicle that the register does not know.
  'DEMO-W07': () => null,
};

/** Tells the stand-in for DVLA's register what it shall say of the vehicles of the demonstration. */
export async function registerVehicles(
  desk: DemoDesk,
  portal: Portal,
  cases: readonly DemoCase[],
): Promise<void> {
  const now = londonDateOf(portal.loadedAt);
  for (const demo of cases) {
    if (!demo.vehicle) continue;
    const facts = { ...usualFacts(demo.vehicle, now), ...v5cOf(demo, portal) };
    const different = DIFFERENT[demo.key]?.(now);
    if (different === null) continue;
    const registrationNumber = demo.vehicle.registration.replaceAll(' ', '');
    await desk.sandbox.makeVehicle({ registrationNumber, ...facts, ...different });
  }
}

function usualFacts({ make, colour }: DemoVehicle, now: LocalDate): Facts {
  return {
    make: make.toUpperCase(),
    colour: colour.toUpperCase(),
    wheelplan: '2 AXLE RIGID BODY',
    typeApproval: 'M1',
    taxStatus: 'Taxed',
    taxDueDate: addMonths(now, 7),
    ...motUntil(addMonths(now, 5)),
    monthOfFirstRegistration: LONG_AGO.slice(0, 7),
    dateOfLastV5CIssued: LONG_AGO,
    markedForExport: false,
  };
}

function motUntil(date: LocalDate): Facts {
  return { motStatus: 'Valid', motExpiryDate: date };
}

/** The V5C that was sent is the register's last one. */
function v5cOf(demo: DemoCase, portal: Portal): Facts {
  const paper = demo.papers.find(({ kind }) => kind === 'v5c');
  if (!paper) return {};
  const receivedOn = londonDateOf(hoursBefore(portal, demo.cameHoursAgo));
  const { datedOn } = paperOf(demo, paper, receivedOn);
  return datedOn === null ? {} : { dateOfLastV5CIssued: datedOn };
}
