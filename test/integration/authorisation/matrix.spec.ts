import { type ListedRoute, listRoutes } from '../../support/routes.js';
import type { Answer } from '../../support/test-browser.js';
import { ACTORS, askAs } from './matrix-actors.js';
import { changesBetween, digestOf } from './matrix-digest.js';
import { type MatrixObject, objectsOf } from './matrix-objects.js';
import { type MatrixScene, setMatrixScene } from './matrix-scene.js';
import { type Cell, cellsOf, lineOf, readTable } from './matrix-table.js';

/** Every route × actor × thing it can be about, at one application with one set of records (S7.1). */

const AT_ONCE = 8;
const table = readTable();
const nameOf = ({ verb, path }: ListedRoute) => `${verb} ${path}`;

let scene: MatrixScene;
let routes: Map<string, ListedRoute>;

beforeAll(async () => {
  scene = await setMatrixScene();
  routes = new Map(listRoutes(scene.desk.app).map((route) => [nameOf(route), route]));
}, 120_000);
afterAll(() => scene.stop());

/** A cell that was asked: what came back, as the table says it, and the words of it. */
interface Asked extends Cell {
  got: string;
  page: string;
  headers: string;
}

async function ask(route: ListedRoute, object: MatrixObject, cell: Cell): Promise<Asked> {
  const answer = await askAs(scene, cell.actor, route, object);
  return {
    ...cell,
    got: codeOf(answer),
    page: withoutOwnParts(answer, object),
    headers: headersOf(answer),
  };
}

function codeOf({ status, location }: Answer): string {
  return status === 303 && location?.startsWith('/sign-in') ? 'in' : String(status);
}

/** What two answers may differ in: their own number, the form's token, and what was asked for. */
function withoutOwnParts({ text }: Answer, { address, fields }: MatrixObject): string {
  const [, reference = ''] = /(PD-\w{4}-\w{4})/.exec(address) ?? [];
  let page = text.replace(/Page reference:? (<strong>)?\w+|"reference":"\w+"/g, '');
  page = page.replace(/name="_csrf" value="[^"]*"/g, '');
  for (const own of [address, reference, ...Object.values(fields)]) {
    if (own.length > 3) page = page.replaceAll(own, '');
  }
  return page;
}

/** The number of the answer, its time and its length come and go with what was asked for. */
const OWN_HEADERS = ['date', 'request-reference', 'content-length', 'set-cookie'];

function headersOf({ headers }: Answer): string {
  const told = [...headers].filter(([name]) => !OWN_HEADERS.includes(name));
  return told.map(([name, value]) => `${name}: ${value}`).join('\n');
}

async function askAll(name: string): Promise<Asked[]> {
  const route = routes.get(name);
  if (!route) throw new Error(`${name} is in the table and is no route.`);
  const objects = new Map(objectsOf(route, scene).map((object) => [object.relation, object]));
  const cells = cellsOf(table.routes[name] ?? {});
  expect([...new Set(cells.map(({ relation }) => relation))]).toEqual([...objects.keys()]);
  const asking = (cell: Cell) => ask(route, objects.get(cell.relation) as MatrixObject, cell);
  const before = await digestOf(scene);
  const idle = await inBatches(
    cells.filter(({ mayChange }) => !mayChange),
    asking,
  );
  const changed = changesBetween(before, await digestOf(scene));
  expect([name, 'refused or only looked, and changed', changed]).toEqual([
    ...[name, 'refused or only looked, and changed', []],
  ]);
  const acting: Asked[] = [];
  for (const cell of cells.filter(({ mayChange }) => mayChange)) {
    acting.push(await asking(cell));
    await scene.putBack();
  }
  return [...idle, ...acting];
}

async function inBatches<T, R>(all: readonly T[], one: (it: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(one))));
  }
  return done;
}

/** The row as the application answered it, to be held against the table. */
function rowOf(asked: readonly Asked[], say: (cell: Asked) => string): Record<string, string> {
  const relations = [...new Set(asked.map(({ relation }) => relation))].sort();
  return Object.fromEntries(
    relations.map((relation) => {
      const line = ACTORS.map((actor) => {
        const cell = asked.find((one) => one.relation === relation && one.actor === actor);
        return cell ? say(cell) + (cell.mayChange ? '+' : '') : '?';
      });
      return [relation, lineOf(line)];
    }),
  );
}

/** Denied and not there must be the same page, with the same headers, to whoever may not have the thing (S7.2). */
function areAlike(asked: readonly Asked[]): void {
  for (const missing of asked.filter(({ relation }) => relation === 'missing')) {
    if (!['401', '403', '404'].includes(missing.got)) continue;
    const denied = asked.filter(({ actor, got }) => actor === missing.actor && got === missing.got);
    for (const { actor, relation, page, headers } of denied) {
      expect([actor, relation, page]).toEqual([actor, relation, missing.page]);
      expect([actor, relation, headers]).toEqual([actor, relation, missing.headers]);
    }
  }
}

describe('the authorisation matrix', () => {
  it('has a row for every route, no row for another, and at least 1,000 cells', () => {
    const cells = Object.values(table.routes).flatMap(cellsOf);
    expect(table.actors).toEqual([...ACTORS]);
    expect([...routes.keys()].filter((name) => !(name in table.routes))).toEqual([]);
    expect(Object.keys(table.routes).filter((name) => !routes.has(name))).toEqual([]);
    expect(cells.length).toBeGreaterThan(1000);
  });

  it.each(Object.keys(table.routes))(
    '%s',
    async (name) => {
      const asked = await askAll(name);
      expect(rowOf(asked, ({ got }) => got)).toEqual(rowOf(asked, ({ answer }) => answer));
      areAlike(asked);
    },
    60_000,
  );
});
