import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertPlain, createViewEngine, type ViewEngine } from '../../src/platform/web/views.js';

describe('the view engine', () => {
  let viewsDir = '';

  beforeAll(async () => {
    viewsDir = await mkdtemp(join(tmpdir(), 'views-'));
  });
  afterAll(() => rm(viewsDir, { recursive: true }));

  async function render(template: string, page: object): Promise<string> {
    await writeFile(join(viewsDir, 'page.hbs'), template);
    await writeFile(join(viewsDir, 'inner.hbs'), '[{{name}}]');
    return engine().html('page', page);
  }
  function engine(): ViewEngine {
    return createViewEngine({ viewsDir });
  }

  it.each([
    ['a value', '{{missing}}', 'missing'],
    ['a value inside', '{{a.missing}}', 'missing'],
    ['a condition', '{{#if missing}}x{{/if}}', 'missing'],
    ['a condition inside', '{{#if a.missing}}x{{/if}}', 'missing'],
    ['an else-if', '{{#if a.none}}x{{else if missing}}y{{/if}}', 'missing'],
    ['an unless', '{{#unless missing}}x{{/unless}}', 'missing'],
    ['a list', '{{#each missing}}x{{/each}}', 'missing'],
    ['a list item', '{{#each list}}{{missing}}{{/each}}', 'missing'],
    ['a with', '{{#with missing}}x{{/with}}', 'missing'],
    ['a nested view', '{{> inner missing}}', 'missing'],
    ['a value of a nested view', '{{> inner a}}', 'name'],
    ['a hash argument', '{{> inner name=missing}}', 'missing'],
    ['the shell', '{{@root.shell.missing}}', 'missing'],
  ])('refuses %s that the page lacks', async (_what, template, name) => {
    const page = { a: { none: null }, list: [{}], shell: {} };
    await expect(render(template, page)).rejects.toThrow(`"${name}" not defined`);
  });

  it('takes null for none', async () => {
    const template = '{{#if a}}x{{else}}none{{/if}}[{{a}}]{{#each a}}x{{/each}}';
    expect(await render(template, { a: null })).toBe('none[]');
  });

  it.each(['{{constructor}}', '{{a.constructor}}', '{{a.toString}}', '{{list.length}}'])(
    'does not reach a prototype through %s',
    async (template) => {
      const shown = await render(template, { a: {}, list: [1] }).catch(() => '');
      expect(shown).toMatch(/^1?$/);
    },
  );

  it('escapes what it prints', async () => {
    expect(await render('<p title="{{a}}">{{a}}</p>', { a: `<b>"'&` })).toBe(
      '<p title="&lt;b&gt;&quot;&#x27;&amp;">&lt;b&gt;&quot;&#x27;&amp;</p>',
    );
  });

  it('keeps the lines of a text as typed, however deep the view stands', async () => {
    expect(await render('<div>\n    {{> inner}}\n</div>', { name: 'a\nb' })).toContain('[a\nb]');
  });

  it('says which view is missing', async () => {
    await expect(engine().html('nowhere', {})).rejects.toThrow('no view "nowhere"');
  });
});

describe('a page object', () => {
  it.each([
    ['undefined', { a: undefined }, 'page.a is undefined'],
    ['a date', { a: [new Date(0)] }, 'page.a[0] is a Date'],
    ['a function', { a: { b: () => 1 } }, 'page.a.b is function'],
    ['a map', { a: new Map() }, 'page.a is a Map'],
    ['not a number', { a: Number.NaN }, 'page.a is not a finite number'],
    ['an entity', { a: new (class Permit {})() }, 'page.a is a Permit'],
  ])('may not hold %s', (_what, page, message) => {
    expect(() => assertPlain(page)).toThrow(message);
  });

  it('may hold text, numbers, booleans, null, lists and plain objects', () => {
    expect(() => assertPlain({ a: ['x', 1, true, null, { b: '' }] })).not.toThrow();
  });
});
