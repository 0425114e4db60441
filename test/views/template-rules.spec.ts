import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { viewsDir } from '../support/render-view.js';

/** What no view may do, whoever wrote it. */
const views = readdirSync(viewsDir, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.hbs'))
  .map((name) => ({ name, text: readFileSync(join(viewsDir, name), 'utf8') }));

const plainText = /^(texts|letters\/text|emails\/text)\//;
const html = views.filter(({ name }) => !plainText.test(name));

const forbidden: [what: string, pattern: RegExp][] = [
  ['print unescaped (triple braces)', /\{\{\{/],
  ['print unescaped (ampersand)', /\{\{~?\s*&/],
  ['call SafeString', /SafeString/],
  ['hold a script without src, or with code', /<script(?![^>]*\ssrc=")|<script[^>]*>[^<]/i],
  ['hold a style element', /<style/i],
  ['hold a style attribute', /\sstyle\s*=/i],
  ['hold an event attribute', /\son[a-z]+\s*=/i],
  ['link to a script', /href\s*=\s*["']?\s*javascript:/i],
  ['print into an attribute without quotes', /=\{\{/],
  ['print an attribute name', /<[a-z0-9]+[^>]*\s\{\{(?![#/>~]|else)[^}]*\}\}=/i],
  ['use block parameters, which are not strict', /\bas\s*\|/],
  ['say GOV.UK', /GOV\.UK/],
  ['show a crown or crest', /crown|crest/i],
];

describe('views', () => {
  it('are found', () => expect(views.length).toBeGreaterThan(50));

  it.each(forbidden)('never %s', (_what, pattern) => {
    const found = html.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
    expect(found).toEqual([]);
  });

  it('print attribute names in one place only, from a checked list', () => {
    const printing = views.filter(({ text }) => /\{\{name\}\}="\{\{value\}\}"/.test(text));
    expect(printing.map(({ name }) => name)).toEqual(['components/attributes.hbs']);
  });

  it('post only with the page token', () => {
    const without = html.filter(
      ({ text }) =>
        /<form[^>]*method="post"/i.test(text) &&
        (text.match(/<form[^>]*method="post"/gi) ?? []).length !==
          (text.match(/\{\{> partials\/csrf-field/g) ?? []).length,
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('never leave the browser to check a form', () => {
    const found = html.filter(({ text }) => /\srequired(\s|=|>)/.test(text));
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    ['{{{name}}}', 0],
    ['{{& name}}', 1],
    ['<script>alert(1)</script>', 3],
    ['<p style="color:red">', 5],
    ['<p onclick="x()">', 6],
    ['<p class={{name}}>', 8],
    ['<p {{name}}="x">', 9],
    ['{{#each a as |b|}}{{/each}}', 10],
  ])('would be caught doing %s', (text, index) => {
    expect(forbidden[index]?.[1].test(text)).toBe(true);
  });
});
