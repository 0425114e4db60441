import { randomUUID } from 'node:crypto';
import { API_SCOPES } from '../../../src/api-clients/api-scopes.rules.js';
import { newSecret, secretHash } from '../../../src/platform/web/secret.js';
import {
  mayDo,
  permissions,
  rolesInWords,
  type StaffPermission,
} from '../../../src/staff/permissions.rules.js';
import { STAFF_ROLES } from '../../../src/staff/staff-roles.rules.js';
import { type ListedRoute, listRouter, listRoutes } from '../../support/routes.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';

let desk: TestApplication;
let routes: ListedRoute[];

beforeAll(async () => {
  desk = await startTestApplication();
  // What ends the session comes last.
  const endsSession = (route: ListedRoute) => Number(/^\/sign-(in|out)$/.test(route.path));
  routes = listRoutes(desk.app).sort((one, other) => endsSession(one) - endsSession(other));
});
afterAll(() => desk.stop());

/** An address nobody has: the answer must not depend on whether the record exists. */
function addressOf(route: ListedRoute): string {
  return route.path
    .replace(/:\w*[iI]d\b/g, randomUUID())
    .replace(/[:*]\w+/g, 'PD-0000-0000')
    .replace(/[{}]/g, '');
}

function ask(browser: TestBrowser, route: ListedRoute): Promise<Answer> {
  const address = addressOf(route);
  if (route.verb === 'GET') return browser.get(address);
  if (route.verb === 'POST') return browser.post(address);
  return browser.send(route.verb, address, {
    headers: { origin: desk.url, 'sec-fetch-site': 'same-origin' },
  });
}

const forStaff = () => routes.filter((route) => route.access?.for === 'staff');
const permissionOf = (route: ListedRoute) =>
  route.access?.for === 'staff' ? (route.access.permission as StaffPermission) : null;

describe('every route', () => {
  it('says who it is for, with a permission that exists', () => {
    expect(routes.length).toBeGreaterThan(3);
    expect(routes.filter(({ access }) => access === null)).toEqual([]);
    const unknown = forStaff().filter((route) => !((permissionOf(route) ?? '') in permissions));
    expect(unknown).toEqual([]);
    const scopes: readonly string[] = API_SCOPES;
    const unknownScopes = routes.filter(
      ({ access }) => access?.for === 'api-client' && !scopes.includes(access.scope),
    );
    expect(unknownScopes).toEqual([]);
  });

  it('is a route of a controller: nothing was put into the router past the guard', () => {
    const known = routes.map(({ verb, path }) => `${verb} ${path}`);
    expect(listRouter(desk.app).filter((route) => !known.includes(route))).toEqual([]);
  });
});

describe('nobody', () => {
  it('is sent to sign in from every staff page, and may post nothing there', async () => {
    for (const route of forStaff()) {
      const visitor = desk.visitor();
      const answer = await ask(visitor, route);
      const got = { route: route.handler, status: answer.status, location: answer.location };
      if (route.verb === 'GET') {
        const next = addressOf(route);
        expect(got).toMatchObject({ status: 303 });
        expect(answer.location).toMatch(next === '/' ? /^\/sign-in$/ : /^\/sign-in\?next=%2F/);
      } else {
        expect(got).toEqual({ route: route.handler, status: 401, location: null });
      }
    }
  });

  it('reaches open pages and signed links without an error of ours', async () => {
    for (const route of routes) {
      if (route.access?.for !== 'anyone' && route.access?.for !== 'signed-link') continue;
      const answer = await ask(desk.visitor(), route);
      expect({ route: route.handler, isOurs: answer.status >= 500 }).toMatchObject({
        isOurs: false,
      });
      expect(answer.location ?? '').not.toContain('next=');
    }
  });
});

describe.each(STAFF_ROLES)('a member of staff with the role %s', (role) => {
  it('gets through every route of a permission of the role, and is refused at all others', async () => {
    const browser = await desk.signInAs(role);
    for (const route of forStaff()) {
      const permission = permissionOf(route) as StaffPermission;
      const answer = await ask(browser, route);
      const cell = `${role} ${route.verb} ${route.path}`;
      if (mayDo(role, permission)) {
        expect([cell, answer.status]).not.toEqual([cell, 403]);
        expect([cell, answer.status]).not.toEqual([cell, 401]);
        expect([cell, answer.status < 500]).toEqual([cell, true]);
        expect([cell, answer.location ?? '']).not.toEqual([cell, '/sign-in']);
      } else {
        expect([cell, answer.status]).toEqual([cell, 403]);
        expect(answer.$('main').text()).toContain(`Only ${rolesInWords(permission)} can do this.`);
      }
    }
  });
});

describe('an API client', () => {
  it('needs a key with the scope of the route', async () => {
    for (const route of routes) {
      if (route.access?.for !== 'api-client') continue;
      const { scope } = route.access;
      const others = API_SCOPES.filter((one) => one !== scope);
      const wrong = await askWithKey(route, await addKey(others));
      const none = await desk.visitor().send(route.verb, addressOf(route));
      const right = await askWithKey(route, await addKey([scope]));
      const officer = await desk.signInAs('officer');
      const session = await officer.send(route.verb, addressOf(route), {
        headers: { origin: desk.url, 'sec-fetch-site': 'same-origin' },
      });
      const statuses = [wrong.status, session.status];
      expect([route.handler, ...statuses]).toEqual([route.handler, 403, 401]);
      expect([401, 403]).toContain(none.status);
      expect([401, 403, 500]).not.toContain(right.status);
    }
  });
});

async function addKey(scopes: readonly string[]): Promise<string> {
  const key = `pd_${newSecret()}`;
  await desk.database.dataSource.query(
    `INSERT INTO api_clients (id, name, key_hash, scopes, created_at)
     VALUES (?, ?, ?, ?, UTC_TIMESTAMP(3))`,
    [randomUUID(), randomUUID(), secretHash(key), scopes.join(' ')],
  );
  return key;
}

function askWithKey(route: ListedRoute, key: string): Promise<Answer> {
  return desk
    .visitor()
    .send(route.verb, addressOf(route), { headers: { authorization: `Bearer ${key}` } });
}
