import { renderWholePage } from '../support/render-view.js';
import { kitchenSink } from './kitchen-sink.js';

describe('a page with one of everything', () => {
  const render = () => renderWholePage('kitchen-sink', kitchenSink(), { reference: 'K3J4' });

  it('renders strictly, with nothing left unsaid', async () => {
    const { html } = await render();
    expect(html).not.toMatch(/undefined|\[object|\{\{|NaN/);
  });

  it('names the page, its number, the error and the service', async () => {
    const { $ } = await render();
    expect($('title').text()).toBe('Error: One of everything (page 7 of 42) – Permit Desk');
    expect($('h1')).toHaveLength(1);
  });

  it('links each error to a field that exists', async () => {
    const { $ } = await render();
    const links = $('.govuk-error-summary__list a').toArray();
    expect(links).toHaveLength(2);
    for (const link of links) expect($($(link).attr('href') ?? '')).toHaveLength(1);
  });

  it('uses no id twice, and points only at ids that exist', async () => {
    const { $ } = await render();
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id') ?? '');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const element of $('[aria-describedby],[for],[aria-labelledby]').toArray()) {
      const { 'aria-describedby': by, for: target, 'aria-labelledby': label } = element.attribs;
      const pointed = [by, target, label].join(' ').split(' ').filter(Boolean);
      for (const id of pointed) expect(ids).toContain(id);
    }
  });

  it('gives every link and button words of its own', async () => {
    const { $ } = await render();
    const names = $('main a, main button')
      .toArray()
      .map((element) => $(element).attr('aria-label') ?? $(element).text().trim());
    expect(names.filter((name) => name === '')).toEqual([]);
  });

  it('carries the token and the place in the papers in its form', async () => {
    const { $ } = await render();
    const form = $('form[action="/save"]');
    expect(form.find('[name=_csrf]').attr('value')).toBe('test-token');
    expect(form.find('[name=viewerPage]').attr('value')).toBe('2');
  });

  it('shows who is signed in, where he is, and the reference to quote', async () => {
    const { $ } = await render();
    expect($('.desk-header__person').text()).toContain('Ada Officer');
    expect($('.desk-header__link[aria-current=page]').text()).toBe('My work');
    expect($('.desk-footer').text()).toContain('K3J4');
  });
});
