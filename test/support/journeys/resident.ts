import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Sandbox } from '../../../sandbox/start-sandbox.js';
import { addDays, type LocalDate, londonDateOf } from '../../../src/shared/london-date.js';
import type { PaperKind } from '../../../src/permit-types/paper-kinds.rules.js';

/** A resident's application as the council's website sends it. */
export interface SentApplication {
  reference: string;
  /** Ours at the payment service, too. */
  clientReference: string;
  applicant: { name: string; email: string };
  registration: string;
}

interface Sending {
  url: string;
  key: string;
  sandbox: Sandbox;
  uprn: string;
  papers: readonly PaperKind[];
}

const PRICE_PENCE = 5500;

/** Pays at the sandbox, then sends the application with its papers through the API. */
export async function sendApplication(sending: Sending): Promise<SentApplication> {
  const clientReference = randomUUID();
  const applicant = { name: 'Priya Example', email: `priya-${clientReference}@example.com` };
  const { payment_id } = await sending.sandbox.control.makePayment({
    amount: PRICE_PENCE,
    reference: clientReference,
    email: applicant.email,
  });
  const body = bodyOf({ clientReference, applicant, uprn: sending.uprn, payment_id });
  const form = new FormData();
  form.append('application', JSON.stringify(body));
  for (const kind of sending.papers) {
    const picture = await aPicture(kind);
    form.append(`evidence[${kind}]`, new Blob([new Uint8Array(picture)]), `${kind}.png`);
  }
  const answer = await fetch(`${sending.url}/api/v1/applications`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sending.key}` },
    body: form,
  });
  const text = await answer.text();
  if (answer.status !== 201) throw new Error(`Sending answered ${answer.status}: ${text}`);
  const { reference } = JSON.parse(text) as { reference: string };
  return { reference, clientReference, applicant, registration: body.vehicle.registration };
}

function bodyOf(given: {
  clientReference: string;
  applicant: SentApplication['applicant'];
  uprn: string;
  payment_id: string;
}) {
  return {
    clientReference: given.clientReference,
    permitType: 'resident',
    applicant: {
      ...given.applicant,
      mobile: null,
      contactPreference: 'email',
      assistedChannel: null,
    },
    property: { uprn: given.uprn },
    vehicle: {
      registration: nextRegistration(),
      declaredMake: 'Ford',
      declaredColour: 'Blue',
      keeperName: given.applicant.name,
      keeperKind: 'own',
    },
    startOn: addDays(today(), 7),
    durationMonths: 12,
    declarationAcceptedAt: new Date(Date.now() - 60_000).toISOString(),
    payment: { providerPaymentId: given.payment_id, amountPence: PRICE_PENCE },
    concernsPermit: null,
  };
}

export function today(): LocalDate {
  return londonDateOf(new Date());
}

let sent = 0;

/** Each vehicle is another one, so that no case is a twin of the last. */
function nextRegistration(): string {
  const letters = [sent / 400, sent / 20, sent].map(
    (n) => 'ABCDEFGHJKLMNPRSTUVW'[Math.floor(n) % 20],
  );
  sent += 1;
  return `AB12 ${letters.join('')}`;
}

let drawn = 0;

/** A small picture, never the same twice: a paper sent before is refused. */
export function aPicture(words: string): Promise<Buffer> {
  drawn += 1;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="594">
    <rect width="420" height="594" fill="#fff"/><rect y="${20 + (drawn % 500)}" width="420" height="6" fill="#036"/>
    <text x="30" y="60" font-size="24">${words} ${drawn}</text></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
