import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { API_OPERATIONS, openApiDocument } from '../../../src/intake/api-document.js';
import { API_EXAMPLES } from '../../../src/intake/api-examples.js';
import { API_SCHEMAS } from '../../../src/intake/api-schemas.js';
import { readApplicationBody } from '../../../src/intake/application-body.rules.js';
import { parseReference } from '../../../src/shared/case-reference.js';
import { aDecision } from './a-decision.js';
import { pdf } from '../files/sample-files.js';
import { listRoutes } from '../../support/routes.js';
import { aBody, type ApiAnswer, inZone, type IntakeDesk, startIntakeDesk } from './intake-desk.js';

let desk: IntakeDesk;
beforeAll(async () => {
  desk = await startIntakeDesk();
});
afterAll(() => desk.stop());

const ajv = new Ajv2020({ allErrors: true, strict: false });
formats.default(ajv);

/** What the document says is wrong with a value; empty when nothing is. */
function objections(schema: object, value: unknown): string[] {
  const check = ajv.compile({ ...schema, components: { schemas: API_SCHEMAS } });
  check(value);
  return (check.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

function answerFits(operationId: string, answer: ApiAnswer): string[] {
  const operation = API_OPERATIONS.find(({ id }) => id === operationId);
  const documented = operation?.answers[String(answer.status)];
  if (!documented) return [`${answer.status} is not documented`];
  return objections(API_SCHEMAS[documented.schema], answer.body);
}

describe('the OpenAPI document', () => {
  it('has every route of the API and no other', () => {
    const routes = listRoutes(desk.app)
      .filter(({ path }) => path.startsWith('/api/v1'))
      .map(({ verb, path, access }) => [
        `${verb} ${path.replace(/:(\w+)/g, '{$1}')}`,
        access?.for === 'api-client' ? access.scope : null,
      ]);
    const documented = API_OPERATIONS.map(({ method, path, scope }) => [
      `${method.toUpperCase()} ${path}`,
      scope,
    ]);
    expect(documented.sort()).toEqual(routes.sort());
  });

  it('refers only to what it has', () => {
    const document = openApiDocument('http://127.0.0.1:3000');
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(
      ([, ref]) => ref,
    );
    expect(refs.length).toBeGreaterThan(5);
    for (const ref of refs) {
      const found = (ref ?? '')
        .split('/')
        .slice(1)
        .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], document);
      expect([ref, typeof found]).toEqual([ref, 'object']);
    }
  });

  it('has examples that it allows', () => {
    for (const { id, takes, answers } of API_OPERATIONS) {
      for (const [status, { schema, example }] of Object.entries(answers)) {
        expect([id, status, objections(API_SCHEMAS[schema], example)]).toEqual([id, status, []]);
      }
      for (const { schema, example } of Object.values(takes)) {
        if (example) expect([id, objections(schema, example)]).toEqual([id, []]);
      }
    }
  });

  it('has an example that the reader takes', () => {
    expect(readApplicationBody(API_EXAMPLES.application)).toMatchObject({ ok: true });
    expect(parseReference(API_EXAMPLES.received.reference).ok).toBe(true);
  });

  it('can object', () => {
    const without = { ...API_EXAMPLES.received, status: undefined };
    expect(objections(API_SCHEMAS.ApplicationReceived, without)).toHaveLength(1);
    expect(
      objections(API_SCHEMAS.Application, { ...API_EXAMPLES.application, more: 1 }),
    ).toHaveLength(1);
  });
});

describe('the real answers', () => {
  it('are what the document says', async () => {
    const body = aBody(await inZone(desk));
    expect(objections(API_SCHEMAS.Application, body)).toEqual([]);
    const first = await desk.send(body);
    const reference = first.body.reference ?? '';
    const bill = await pdf();
    const add = () => desk.addTo(reference, [['utility_bill', bill, 'bill.pdf']]);
    const looked = await desk.look(reference);
    await aDecision(desk, reference);
    const answers: [string, ApiAnswer, number][] = [
      ['receiveApplication', first, 201],
      ['receiveApplication', await desk.send(body), 200],
      ['receiveApplication', await desk.send({ ...body, durationMonths: 1 }), 409],
      [
        'receiveApplication',
        await desk.send({ ...aBody('1'), vehicle: { registration: 'FY64BB0' } }),
        422,
      ],
      ['receiveApplication', await desk.send('{'), 400],
      ['receiveApplication', await desk.send(body, 'wrong'), 401],
      ['showApplication', looked, 200],
      ['showApplication', await desk.look(reference), 200],
      ['showApplication', await desk.look('PD-0000-0000'), 404],
      ['addEvidence', await add(), 409],
    ];
    const other = (await desk.send(aBody(await inZone(desk)))).body.reference ?? '';
    const addOther = () => desk.addTo(other, [['utility_bill', bill, 'bill.pdf']]);
    answers.push(
      ['addEvidence', await addOther(), 201],
      ['addEvidence', await addOther(), 200],
      ['addEvidence', await desk.addTo(other, [['passport', bill, 'p.pdf']]), 200],
      ['addEvidence', await desk.addTo(other, []), 422],
      ['addEvidence', await desk.addTo('PD-0000-0000', [['v5c', bill, 'v.pdf']]), 404],
    );
    for (const [id, answer, status] of answers) {
      expect([id, answer.status, answerFits(id, answer)]).toEqual([id, status, []]);
    }
  });

  it('tell the decision in the words that were sent, and no officer', async () => {
    const reference = (await desk.send(aBody(await inZone(desk)))).body.reference ?? '';
    await aDecision(desk, reference);
    const answer = await desk.look(reference.toLowerCase().replaceAll('-', ' '));
    expect(answer.body).toMatchObject({
      status: 'rejected',
      decision: {
        outcome: 'rejected',
        reasons: [{ code: 'paper_too_old', words: 'The bill is too old.' }],
        letter: { subject: 'Rejected', body: 'The bill is too old.' },
      },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/Sam Officer|private words/);
  });
});

describe('the page', () => {
  it('shows every operation, field and problem to staff, and the document as JSON', async () => {
    const officer = await desk.signInAs('officer');
    const { $, status } = await officer.get('/api/docs');
    expect(status).toBe(200);
    for (const { id } of API_OPERATIONS) expect($(`#${id} h2`)).toHaveLength(1);
    for (const type of ['faults', 'sent-differently-before', 'closed']) {
      expect($(`#problem-${type}`)).toHaveLength(1);
    }
    expect($('#fields').text()).toContain('vehicle.registrationOverride');
    const document = await officer.get('/api/docs/openapi.json');
    expect(JSON.parse(document.text)).toEqual(
      JSON.parse(JSON.stringify(openApiDocument(desk.settings.PUBLIC_URL))),
    );
  });

  it('is open to whoever has an API key, of whatever scope, and to no one else', async () => {
    const get = (key: string) =>
      fetch(new URL('/api/docs/openapi.json', desk.url), {
        headers: { authorization: `Bearer ${key}` },
        redirect: 'manual',
      });
    expect((await get(desk.client.key)).status).toBe(200);
    expect((await get('pd_wrong')).status).toBe(401);
    expect((await desk.visitor().get('/api/docs')).status).toBe(303);
  });
});
