import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderView } from '../../support/render-view.js';
import { formAdapters } from './adapters.js';
import { pageAdapters } from './page-adapters.js';
import type { Adapter, Options } from './options.js';
import { componentsNotTaken, fixturesNotTaken } from './not-taken.js';
import { treeOf } from './tree.js';

interface Fixture {
  name: string;
  options: Options;
  html: string;
}

const componentsDir = join(process.cwd(), 'node_modules/govuk-frontend/dist/govuk/components');
const adapters: Record<string, Adapter> = { ...formAdapters, ...pageAdapters };

function fixturesOf(component: string): Fixture[] {
  // Our builders refuse attribute names that are neither known nor data- or aria-: the fixtures'
  // invented ones become data- attributes on both sides of the comparison.
  const file = readFileSync(join(componentsDir, component, 'fixtures.json'), 'utf8').replace(
    /(?<![-\w])(first|second|another|my)-attribute(?=\\?["=])/g,
    'data-$1-attribute',
  );
  return (JSON.parse(file) as { fixtures: Fixture[] }).fixtures;
}

async function isSame(component: string, fixture: Fixture): Promise<boolean> {
  try {
    await expectSame(component, fixture);
    return true;
  } catch {
    return false;
  }
}

async function expectSame(component: string, fixture: Fixture): Promise<void> {
  const { html } = await renderView(`components/${component}`, paramsOf(component, fixture));
  expect(treeOf(html)).toEqual(treeOf(fixture.html));
}

function paramsOf(component: string, { options }: Fixture): object {
  return adapters[component]?.(options) ?? {};
}

describe('GOV.UK Frontend', () => {
  it('has no component that is neither taken nor left out for a reason', () => {
    const shipped = readdirSync(componentsDir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
    const known = [...Object.keys(adapters), ...Object.keys(componentsNotTaken)].sort();
    expect(known).toEqual(shipped);
  });

  describe.each(Object.keys(adapters))('%s', (component) => {
    const left = fixturesNotTaken[component] ?? {};
    const fixtures = fixturesOf(component);
    const taken = fixtures.filter(({ name }) => !(name in left));

    it.each(taken.map((fixture) => [fixture.name, fixture] as const))(
      'is the same: %s',
      (_name, fixture) => expectSame(component, fixture),
    );

    it('leaves out only what is there and truly differs', async () => {
      for (const name of Object.keys(left)) {
        const fixture = fixtures.find((candidate) => candidate.name === name);
        expect({ name, isShipped: fixture !== undefined }).toEqual({ name, isShipped: true });
        const same = fixture !== undefined && (await isSame(component, fixture));
        expect({ name, isSame: same }).toEqual({ name, isSame: false });
      }
    });
  });
});
