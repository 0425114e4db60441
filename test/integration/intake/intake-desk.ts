import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Database, type Tx } from '../../../src/platform/database/transaction.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { TestClock } from '../../support/test-clock.js';

export interface ApiAnswer {
  status: number;
  headers: Headers;
  // Whatever came back; tests say what they expect of it.
  body: Record<string, unknown> & { faults?: SeenFault[]; reference?: string };
}

export interface SeenFault {
  pointer: string;
  code: string;
  words: string;
  suggestions?: string[];
}

export type PaperSent = [kind: string, content: Buffer, name: string];
type Body = Record<string, unknown>;

/** The whole application with a client and properties, standing at one instant. */
export async function startIntakeDesk(settings: Record<string, string | number | boolean> = {}) {
  const clock = new TestClock('2026-11-20T10:00:00Z');
  const desk = await startTestApplication({ clock, settings });
  const tx = desk.app.get(Database).reader as Tx;
  await aZone(tx, 'Z900', 2);
  const client = await aClient(tx);
  return { ...desk, clock, tx, client, ...callers(desk, client.key), ...lookers(desk) };
}

export type IntakeDesk = Awaited<ReturnType<typeof startIntakeDesk>>;

/** A resident's paid application that nothing is wrong with. */
export function aBody(uprn: string, changes: Body = {}): Body {
  return {
    clientReference: randomUUID(),
    permitType: 'resident',
    applicant: {
      name: 'Priya Example',
      email: 'priya@example.com',
      mobile: null,
      contactPreference: 'email',
      assistedChannel: null,
    },
    property: { uprn },
    vehicle: {
      registration: 'AB12 CDE',
      declaredMake: 'Ford',
      declaredColour: 'Blue',
      keeperName: 'Priya Example',
      keeperKind: 'own',
    },
    startOn: '2026-12-01',
    durationMonths: 12,
    declarationAcceptedAt: '2026-11-20T09:55:00Z',
    payment: { providerPaymentId: paymentId(), amountPence: 5500 },
    concernsPermit: null,
    ...changes,
  };
}

export function paymentId(): string {
  return randomUUID().replaceAll('-', '').slice(0, 26);
}

export function inZone(desk: IntakeDesk, zone: string | null = 'Z900'): Promise<string> {
  return aProperty(desk.tx, zone);
}

function callers(desk: TestApplication, ownKey: string) {
  const call = async (
    method: string,
    path: string,
    more: { body?: string | FormData; key?: string; headers?: Record<string, string> } = {},
  ): Promise<ApiAnswer> => {
    const response = await fetch(new URL(path, desk.url), {
      method,
      headers: { authorization: `Bearer ${more.key ?? ownKey}`, ...more.headers },
      ...(more.body === undefined ? {} : { body: more.body }),
    });
    const text = await response.text();
    const body = (text ? JSON.parse(text) : {}) as ApiAnswer['body'];
    return { status: response.status, headers: response.headers, body };
  };
  const json = { 'content-type': 'application/json' };
  return {
    call,
    send: (body: unknown, key?: string) =>
      call('POST', '/api/v1/applications', {
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: json,
        ...(key ? { key } : {}),
      }),
    sendWith: (body: unknown, papers: PaperSent[]) =>
      call('POST', '/api/v1/applications', { body: multipart(papers, body) }),
    addTo: (reference: string, papers: PaperSent[], key?: string) =>
      call('POST', `/api/v1/applications/${reference}/evidence`, {
        body: multipart(papers),
        ...(key ? { key } : {}),
      }),
    look: (reference: string, key?: string) =>
      call('GET', `/api/v1/applications/${reference}`, key ? { key } : {}),
  };
}

export function multipart(papers: PaperSent[], body?: unknown): FormData {
  const form = new FormData();
  if (body !== undefined) form.append('application', JSON.stringify(body));
  for (const [kind, content, name] of papers) {
    form.append(`evidence[${kind}]`, new Blob([new Uint8Array(content)]), name);
  }
  return form;
}

function lookers({ database, settings }: TestApplication) {
  const rows = <Row = Record<string, unknown>>(sql: string, values: unknown[] = []) =>
    database.dataSource.query<Row[]>(sql, values);
  const filesIn = (folder: string): string[] =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [];
  return {
    rows,
    count: async (table: string) =>
      Number((await rows<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n),
    /** Every stored file, encrypted, and none that only waits in quarantine. */
    storedFiles: () => filesIn(settings.UPLOADS_DIR).filter((path) => !path.includes('.incoming')),
    quarantineEmpties: async () => {
      const waiting = () => filesIn(join(settings.UPLOADS_DIR, '.incoming'));
      for (let n = 0; n < 100 && waiting().length > 0; n += 1) await pause(20);
      return waiting();
    },
  };
}
