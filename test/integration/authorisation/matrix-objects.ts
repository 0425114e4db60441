import { randomUUID } from 'node:crypto';
import type { ListedRoute } from '../../support/routes.js';
import type { MatrixScene } from './matrix-scene.js';

/** One thing a route can be asked about: how it stands to the officer, and where it is. */
export interface MatrixObject {
  relation: string;
  address: string;
  /** What a form about it would carry; empty when it is about nothing. */
  fields: Record<string, string>;
}

const UNKNOWN_CASE = 'PD-2222-2222';

/** How a message of the payment service may come. */
const NOTICES = ['signed', 'signed wrongly', 'not signed'] as const;

function about(relation: string, address: string): MatrixObject {
  return { relation, address, fields: {} };
}

/** What a route is about, by its pattern; a route whose parts are not known here throws. */
export function objectsOf({ path }: ListedRoute, scene: MatrixScene): MatrixObject[] {
  if (path.startsWith('/webhooks/')) return NOTICES.map((relation) => about(relation, path));
  if (!path.includes(':')) return [{ relation: 'all', address: path, fields: {} }];
  if (path.endsWith('/letters/:id')) return lettersUnderCases(path, scene);
  if (path.includes('/:reference')) return casesFor(path, scene);
  const known = recordsFor(path, scene);
  return Object.entries({ ...known, missing: missingFor(path) }).map(([relation, id]) => ({
    relation,
    address: path.replace(/:\w+/, id).replace(/:\w+/, 'vehicle'),
    fields: {},
  }));
}

function casesFor(path: string, { cases, records }: MatrixScene): MatrixObject[] {
  const at = (reference: string) =>
    path
      .replace(':reference', reference)
      .replace(':position', '1')
      .replace(':page', '1')
      .replace(':exceptionId', records.exceptionId);
  const known = Object.entries(cases).map(([relation, { application }]) => ({
    relation,
    address: at(application.reference),
    fields: fieldsFor(path, application.version),
  }));
  return [...known, { relation: 'missing', address: at(UNKNOWN_CASE), fields: fieldsFor(path, 1) }];
}

/** A letter is asked for under its own case, and under a case that it does not belong to. */
function lettersUnderCases(path: string, { cases }: MatrixScene): MatrixObject[] {
  const at = (reference: string, letterId: string) =>
    path.replace(':reference', reference).replace(':id', letterId);
  const known = Object.entries(cases).map(([relation, { application, letterId }]) => ({
    relation,
    address: at(application.reference, letterId),
    fields: {},
  }));
  const own = cases.own.application.reference;
  return [
    ...known,
    { relation: 'of another case', address: at(own, cases.colleagues.letterId), fields: {} },
    { relation: 'missing', address: at(own, randomUUID()), fields: {} },
  ];
}

function recordsFor(path: string, scene: MatrixScene): Record<string, string> {
  const { records } = scene;
  const byPattern: [RegExp, object][] = [
    [/^\/queue\/views\/:viewId/, records.view],
    [/^\/searches\/:searchId/, records.search],
    [/^\/bulk-work\/:runId/, records.bulkRun],
    [/^\/bulk-rejections\/:runId/, records.bulkRejection],
    [/^\/teams\/:teamId/, records.team],
    [/^\/my-interests\/:id/, records.interest],
    [/^\/my-work\/mentions\/:noteId/, records.mention],
    [/^\/[rs]\/:token/, records.link],
    [/^\/p\/:token/, records.payLink],
    [/^\/payment-notices\/findings\/:id/, records.finding],
    [/^\/reconciliation\/runs\/:id/, records.reconciliation],
    [/^\/reconciliation\/differences\/:id/, records.difference],
    [/^\/refunds\/:id/, { decided: scene.paymentCommandId }],
    [/^\/administration\/letters\/:kind/, { known: 'application_approved' }],
    [/^\/administration\/reasons\/:code/, { known: 'not_in_zone' }],
    [/^\/administration\/deadlines\/:key/, { known: 'answer_usual_days' }],
    [/^\/administration\/evidence\/:type\/:need/, { known: 'resident' }],
    [/^\/administration\/bank-holidays\/:on/, { known: '2026-12-25' }],
  ];
  const [, found] = byPattern.find(([pattern]) => pattern.test(path)) ?? [];
  if (!found) throw new Error(`Say in matrix-objects.ts what ${path} is about.`);
  return found as Record<string, string>;
}

function missingFor(path: string): string {
  if (/^\/[prs]\//.test(path)) return 'A'.repeat(72);
  return path.includes('bank-holidays') ? '2026-01-02' : randomUUID();
}

/** What every form about a case carries; a form with fields of its own is refused for want of them. */
function fieldsFor(path: string, version: number): Record<string, string> {
  const formId = randomUUID();
  if (path.endsWith('/drafts')) {
    return { form: 'notes', formId, version: String(version), content: 'words=typed' };
  }
  if (path.includes('/drafts/')) return { form: 'notes' };
  return { version: String(version), formId, drawnAt: '2026-11-20T10:41:00.000Z' };
}
