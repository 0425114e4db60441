import { linkContent, nested, tagContent } from '../../src/platform/web/component-types.js';
import { alert, type AlertVariant } from '../../src/platform/web/components/alert.js';
import {
  identityBar,
  sideNavigation,
  timeline,
} from '../../src/platform/web/components/case-page.js';
import { filter } from '../../src/platform/web/components/filter.js';
import { input } from '../../src/platform/web/components/form-fields.js';
import { table } from '../../src/platform/web/components/tables.js';
import { evidenceViewer, viewerPlace } from '../../src/platform/web/components/viewer.js';
import { renderView } from '../support/render-view.js';
import { treeOf } from './govuk/tree.js';

/** The components that follow MOJ Frontend's mark-up, which ships no fixtures, and our own. */

describe('identity bar', () => {
  it('names the case, its status in words, its facts in order, and what can be done', async () => {
    const { $ } = await renderView(
      'components/identity-bar',
      identityBar({
        title: 'PD-4K7M2C – Ada Example',
        status: { text: 'In review', colour: 'orange' },
        facts: [
          { key: 'Zone', value: 'Z4' },
          { key: 'Hold ends', value: tagContent('Tomorrow', 'red') },
        ],
        actions: [linkContent('Release', '/release')],
      }),
    );
    expect($('.moj-identity-bar__title').text()).toBe('PD-4K7M2C – Ada Example');
    expect($('.moj-identity-bar__details .govuk-tag--orange').text()).toBe('In review');
    expect(
      $('dt')
        .toArray()
        .map((key) => $(key).text()),
    ).toEqual(['Zone', 'Hold ends']);
    expect($('.moj-identity-bar__actions a').attr('href')).toBe('/release');
  });

  it('needs no more than a name', async () => {
    const { $ } = await renderView('components/identity-bar', identityBar({ title: 'PD-4K7M2C' }));
    expect($('.govuk-tag, dl, .moj-identity-bar__actions')).toHaveLength(0);
  });
});

describe('timeline', () => {
  const event = {
    title: 'Rejected',
    datetime: '2026-11-20T09:30:00Z',
    dateText: '20 November 2026',
  };

  it('has the mark-up of MOJ Frontend', async () => {
    const item = { ...event, byline: 'Ada Officer', content: 'One reason' };
    const { html } = await renderView('components/timeline', timeline([item], { headingLevel: 2 }));
    expect(treeOf(html)).toEqual(
      treeOf(`<div class="moj-timeline"><div class="moj-timeline__item">
        <div class="moj-timeline__header"><h2 class="moj-timeline__title">Rejected</h2>
        <p class="moj-timeline__byline">by Ada Officer</p></div>
        <p class="moj-timeline__date"><time datetime="2026-11-20T09:30:00Z">20 November 2026</time></p>
        <div class="moj-timeline__description">One reason</div></div></div>`),
    );
  });

  it('shows an event through its own view', async () => {
    const field = input({ name: 'note', label: 'Note' });
    const shown = { ...event, content: nested('components/input', field) };
    const { $ } = await renderView('components/timeline', timeline([shown]));
    expect($('.moj-timeline__description input').attr('name')).toBe('note');
    expect($('.moj-timeline__byline')).toHaveLength(0);
  });
});

describe('filter', () => {
  const fields = [nested('components/input', input({ name: 'zone', label: 'Zone' }))];

  it('goes by GET and keeps what it must', async () => {
    const hidden = [{ name: 'sort', value: 'age' }];
    const { $ } = await renderView(
      'components/filter',
      filter({ action: '/queue', fields, hidden }),
    );
    expect($('form').attr('method')).toBe('get');
    expect($('[name=sort]').attr('value')).toBe('age');
    expect($('.moj-filter__selected')).toHaveLength(0);
  });

  it('shows each choice with a link that leaves it out, named for those who listen', async () => {
    const selected = [
      { heading: 'Zone', items: [{ text: 'Z4', href: '/queue?status=new' }] },
      { heading: 'Status', items: [] },
    ];
    const given = { action: '/queue', fields, selected, clearHref: '/queue?all' };
    const { $ } = await renderView('components/filter', filter(given));
    expect($('.moj-filter__tag').text().replace(/\s+/g, ' ')).toBe('Remove this filter: Zone, Z4');
    expect($('.moj-filter-tags')).toHaveLength(1);
    expect($('.moj-filter__heading-action a').attr('href')).toBe('/queue?all');
  });
});

describe('alert', () => {
  it.each<AlertVariant>(['information', 'success', 'warning', 'error'])(
    'says %s',
    async (variant) => {
      const params = alert({ variant, title: 'Held', content: 'By Grace', showHeading: true });
      const { $ } = await renderView('components/alert', params);
      expect($(`.moj-alert--${variant}`).attr('aria-label')).toBe(`${variant}: Held`);
      expect($('h2').text()).toBe('Held');
      expect($('path').attr('d')).toMatch(/^M/);
    },
  );
});

describe('table', () => {
  it('sorts by links in its head and says how it is sorted', async () => {
    const head = [
      { content: 'Age', sort: { href: '/q?sort=age', direction: 'descending' as const } },
      { content: 'Zone', sort: { href: '/q?sort=zone', direction: null } },
      'Name',
    ];
    const params = table({
      caption: 'Queue',
      head,
      rows: [['1', 'Z4', 'Ada']],
      scrollRegion: 'Queue',
    });
    const { $ } = await renderView('components/table', params);
    const sorts = $('th')
      .toArray()
      .map((cell) => $(cell).attr('aria-sort'));
    expect(sorts).toEqual(['descending', 'none', undefined]);
    expect($('th a').first().attr('href')).toBe('/q?sort=age');
    expect($('[role=region][tabindex=0]').attr('aria-label')).toBe('Queue');
  });
});

describe('side navigation', () => {
  it('marks where one is', async () => {
    const items = [
      { text: 'Overview', href: '/a', isCurrent: true },
      { text: 'Notes', href: '/b' },
    ];
    const { $ } = await renderView(
      'components/side-navigation',
      sideNavigation('Case', [{ items }]),
    );
    expect($('[aria-current=location]').text()).toBe('Overview');
  });
});

describe('evidence viewer', () => {
  it('says why when there is nothing to show, and offers nothing to turn', async () => {
    const params = evidenceViewer({
      label: 'V5C',
      path: '/r',
      place: viewerPlace({ paper: 'p1' }),
      papers: [{ id: 'p1', label: 'V5C' }],
      page: null,
      message: 'We could not draw this paper.',
    });
    const { $ } = await renderView('components/evidence-viewer', params);
    expect($('.desk-viewer__message').text()).toBe('We could not draw this paper.');
    expect($('[data-viewer-action], img')).toHaveLength(0);
    expect($('.desk-viewer__paper[aria-current=true]').text()).toBe('V5C');
  });
});
