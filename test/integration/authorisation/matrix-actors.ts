import { aNotice, newNoticeId, signatureOf } from '../../builders/a-notice.js';
import { payFormToken } from '../../../src/payment-requests/pay-link.js';
import { formTokenOf } from '../../../src/evidence-requests/signed-link.js';
import type { ListedRoute } from '../../support/routes.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import type { MatrixObject } from './matrix-objects.js';
import type { MatrixScene } from './matrix-scene.js';

/** Everybody who may come, in the order of the table. `officer` holds the case `own`. */
export const ACTORS = [
  'anonymous',
  'resident',
  'sender',
  'other sender',
  'officer',
  'colleague',
  'conflicted',
  'support',
  'supervisor',
  'administrator',
  'auditor',
] as const;
export type Actor = (typeof ACTORS)[number];

/** Asks as this actor would who knows the address: a signed-in person with a form of ours. */
export function askAs(
  scene: MatrixScene,
  actor: Actor,
  route: ListedRoute,
  { address, fields, relation }: MatrixObject,
): Promise<Answer> {
  const headers = { 'x-forwarded-for': anAddress(), ...keyOf(scene, actor) };
  const browser = browserOf(scene, actor);
  if (route.verb === 'GET') return browser.get(address, headers);
  if (route.path.startsWith('/api/')) return sendToApi(browser, route, address, headers);
  if (route.path.startsWith('/webhooks/')) return notify(browser, address, relation, headers);
  if (route.path.startsWith('/p/')) return payAs(scene, actor, address, headers);
  if (route.path.startsWith('/r/')) return answerAs(scene, actor, address, headers);
  return browser.post(address, fields, headers);
}

function sendToApi(
  browser: TestBrowser,
  { path, verb }: ListedRoute,
  address: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const own = { origin: browser.url, 'sec-fetch-site': 'same-origin' };
  if (path.endsWith('/evidence')) {
    const body = new FormData();
    body.append('evidence[utility_bill]', new Blob(['no picture']), 'bill.jpg');
    return browser.send(verb, address, { headers: { ...own, ...headers }, body });
  }
  const json = { 'content-type': 'application/json' };
  return browser.send(verb, address, { headers: { ...own, ...headers, ...json }, body: '{}' });
}

/** Whoever it is: only a signature that holds counts. */
function notify(
  browser: TestBrowser,
  address: string,
  relation: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const body = aNotice({ paymentId: newNoticeId() });
  const by = { signed: signatureOf(body), 'signed wrongly': signatureOf(body, 'another secret') };
  const signature = by[relation as keyof typeof by] as string | undefined;
  const json = { 'content-type': 'application/json' };
  const signed: Record<string, string> = signature ? { 'pay-signature': signature } : {};
  return browser.send('POST', address, { headers: { ...headers, ...json, ...signed }, body });
}

/** The resident sends the form of the page behind his link; everybody else only knows its address. */
function answerAs(
  { desk }: MatrixScene,
  actor: Actor,
  address: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const token = address.replace('/r/', '');
  const body = new FormData();
  if (actor === 'resident') body.append('_csrf', formTokenOf(desk.settings.LINK_SECRET, token));
  const own = { origin: desk.url, 'sec-fetch-site': 'same-origin' };
  return desk.visitor().send('POST', address, { headers: { ...own, ...headers }, body });
}

/** The same for the link that asks for payment. */
function payAs(
  { desk }: MatrixScene,
  actor: Actor,
  address: string,
  headers: Record<string, string>,
): Promise<Answer> {
  const token = address.replace('/p/', '');
  const isResident = actor === 'resident';
  const csrf = isResident ? payFormToken(desk.settings.LINK_SECRET, token) : 'of nobody';
  return desk.visitor().post(address, { _csrf: csrf }, headers);
}

function browserOf({ desk, people }: MatrixScene, actor: Actor): TestBrowser {
  return actor in people ? people[actor as keyof typeof people] : desk.visitor();
}

function keyOf({ keys }: MatrixScene, actor: Actor): Record<string, string> {
  if (actor === 'sender') return { authorization: `Bearer ${keys.sender}` };
  if (actor === 'other sender') return { authorization: `Bearer ${keys.otherSender}` };
  return {};
}

let visits = 0;

/** Another network address each time: limits of addresses have tests of their own. */
function anAddress(): string {
  visits += 1;
  return `192.0.${(visits >> 8) % 200}.${visits % 250}`;
}
