import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import {
  type Application,
  findByClientReference,
} from '../../../src/applications/applications.store.js';
import { ReceiveApplication } from '../../../src/intake/receive-application.js';
import type { SentFile } from '../../../src/intake/sent-files.js';
import { quarantineFolder, quarantinePath } from '../../../src/platform/files/quarantine.js';
import { addDays, type LocalDate, londonDateOf } from '../../../src/shared/london-date.js';
import type { DemoCase, DemoPaper } from '../plan/demo-case.js';
import { drawPaper } from '../papers/draw-paper.js';
import type { DemoDesk } from './demo-desk.js';
import { paperOf } from './paper-of-a-case.js';
import { stablePaymentId } from './stable-id.js';

/** Whom the applications come from, and the instant that everything is counted back from. */
export interface Portal {
  clientId: string;
  loadedAt: Date;
}

export function hoursBefore({ loadedAt }: Portal, hours: number): Date {
  return new Date(loadedAt.getTime() - Math.round(hours * 3_600_000));
}

/** The case as it stands; null while it has not come. */
export function findSent(desk: DemoDesk, portal: Portal, key: string): Promise<Application | null> {
  return findByClientReference(desk.reader, portal.clientId, key);
}

/** Pays at the sandbox and sends the application with its papers; does nothing when it has come. */
export async function sendApplication(
  desk: DemoDesk,
  portal: Portal,
  demo: DemoCase,
): Promise<void> {
  if (await findSent(desk, portal, demo.key)) return;
  const receivedAt = hoursBefore(portal, demo.cameHoursAgo);
  const files: SentFile[] = [];
  for (const paper of demo.papers)
    files.push(await fileOf(desk, { ...sentFirst(portal, demo, paper), paper }));
  await pay(desk, portal, demo);
  const body = await bodyOf(desk, portal, demo);
  const client = { id: portal.clientId };
  const outcome = await desk.use(ReceiveApplication).run({ client, body, files, receivedAt });
  if (outcome.ok) return;
  throw new Error(`${demo.key} was refused: ${JSON.stringify(outcome)}`);
}

/** For which case, and on which day, the file was drawn first. */
function sentFirst(portal: Portal, demo: DemoCase, { sentWith: of = demo }: DemoPaper) {
  return { demo: of, receivedOn: londonDateOf(hoursBefore(portal, of.cameHoursAgo)) };
}

/** Draws the paper and puts it where an upload would lie. */
export async function fileOf(
  desk: DemoDesk,
  { demo, paper, receivedOn }: { demo: DemoCase; paper: DemoPaper; receivedOn: LocalDate },
): Promise<SentFile> {
  const { bytes, fileName } = await drawPaper(paperOf(demo, paper, receivedOn).spec);
  const path = quarantinePath(quarantineFolder(desk.settings.UPLOADS_DIR));
  await writeFile(path, bytes, { mode: 0o600 });
  const kind = paper.sentAs ?? paper.kind;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { field: `evidence[${kind}]`, path, originalName: fileName, bytes: bytes.length };
  return { kind, file: { ...file, sha256 } };
}

/** The payment is made a few minutes before the application is sent. */
async function pay(desk: DemoDesk, portal: Portal, demo: DemoCase): Promise<void> {
  if (demo.pricePence === 0) return;
  await desk.sandbox.makePayment({
    state: demo.paid,
    amount: demo.heldPence ?? demo.pricePence,
    reference: demo.key,
    description: 'Parking permit application',
    created_date: hoursBefore(portal, demo.cameHoursAgo + 0.1).toISOString(),
    payment_id: stablePaymentId(portal.clientId, demo.key),
    cardholder_name: demo.applicant,
    ...(demo.email && { email: demo.email }),
  });
  if (!demo.isRefundRefused) return;
  const paymentId = stablePaymentId(portal.clientId, demo.key);
  await desk.sandbox.addFault({
    ...{ service: 'pay', operation: 'refund', fault: 'refund-error', paymentId },
  });
}

async function bodyOf(desk: DemoDesk, portal: Portal, demo: DemoCase): Promise<object> {
  const receivedOn = londonDateOf(hoursBefore(portal, demo.cameHoursAgo));
  const { vehicle } = demo;
  return {
    clientReference: demo.key,
    permitType: demo.permitType,
    applicant: {
      name: demo.applicant,
      email: demo.email,
      mobile: demo.mobile,
      contactPreference: demo.contact,
      assistedChannel: demo.assisted,
    },
    property: { uprn: demo.home.uprn },
    vehicle: vehicle && {
      registration: vehicle.registration,
      declaredMake: vehicle.make,
      declaredColour: vehicle.colour,
      keeperName: vehicle.keeperName,
      keeperKind: vehicle.keeperKind,
    },
    startOn: addDays(receivedOn, demo.startsInDays),
    durationMonths: demo.durationMonths,
    declarationAcceptedAt: hoursBefore(portal, demo.cameHoursAgo + 0.05).toISOString(),
    payment:
      demo.pricePence === 0
        ? null
        : {
            providerPaymentId: stablePaymentId(portal.clientId, demo.key),
            amountPence: demo.pricePence,
          },
    concernsPermit: demo.concerns && (await permitOf(desk, portal, demo.concerns)),
  };
}

async function permitOf(desk: DemoDesk, portal: Portal, key: string): Promise<string> {
  const rows: { reference: string }[] = await desk.reader.query(
    `SELECT p.reference FROM permits p JOIN applications a ON a.id = p.application_id
      WHERE a.client_id = ? AND a.client_reference = ?`,
    [portal.clientId, key],
  );
  const [permit] = rows;
  if (!permit) throw new Error(`${key} has no permit to renew or change.`);
  return permit.reference;
}
