import {
  linesContent,
  linkContent,
  nested,
  tagContent,
} from '../../src/platform/web/component-types.js';
import { alert } from '../../src/platform/web/components/alert.js';
import { identityBar } from '../../src/platform/web/components/case-page.js';
import { checkboxes } from '../../src/platform/web/components/choices.js';
import { filter } from '../../src/platform/web/components/filter.js';
import { select } from '../../src/platform/web/components/form-fields.js';
import { details, insetText, warningText } from '../../src/platform/web/components/messages.js';
import { backLink, button } from '../../src/platform/web/components/navigation.js';
import { pageItems, pagination } from '../../src/platform/web/components/pagination.js';
import { panel } from '../../src/platform/web/components/panel.js';
import { table } from '../../src/platform/web/components/tables.js';
import { evidenceViewer } from '../../src/platform/web/components/viewer.js';
import { caseFacts } from './kitchen-sink-case.js';
import { marks } from './kitchen-sink-form.js';

/** One of everything, with a form in error: what the look of the desk is judged by. */

const errors = [
  { text: 'Choose whether the name matches', href: '#nameMark' },
  { text: 'Enter the date on the paper', href: '#datedOn-day' },
];

const applications = [
  ['PD-4K7M2C', 'Ada Example', 'Resident', 'Z4', 'To review', 'orange', '3 working days', '£55.00'],
  [
    'PD-9R2T6X',
    'Bronwen Sample-Featherstonehaugh',
    'Essential carer',
    'Z1',
    'New',
    'blue',
    '1 working day',
    '£0.00',
  ],
  [
    'PD-H3N8QA',
    'Chidi Testperson',
    'Business',
    'Z11',
    'Waiting for resident',
    'grey',
    '9 working days',
    '£312.50',
  ],
] as const;

function queue() {
  return table({
    caption: 'Applications waiting, 1 to 3 of 212',
    scrollRegion: 'Applications waiting',
    firstCellIsHeader: true,
    head: [
      { content: 'Reference', sort: { href: '/queue?sort=reference', direction: null } },
      'Applicant',
      'Permit',
      'Zone',
      'Status',
      { content: 'Age', sort: { href: '/queue?sort=age&order=desc', direction: 'ascending' } },
      { content: 'Held', isNumeric: true },
    ],
    rows: applications.map(([reference, name, permit, zone, status, colour, age, held]) => [
      linkContent(reference, `/applications/${reference}`),
      name,
      permit,
      zone,
      tagContent(status, colour),
      age,
      { content: held, isNumeric: true },
    ]),
  });
}

function queueFilter() {
  return filter({
    action: '/queue',
    selected: [{ heading: 'Zone', items: [{ text: 'Z4', href: '/queue' }] }],
    fields: [
      nested(
        'components/select',
        select({
          name: 'zone',
          label: 'Zone',
          value: 'Z4',
          items: [
            { value: '', text: 'Any zone' },
            { value: 'Z4', text: 'Z4 Loughborough' },
          ],
        }),
      ),
      nested(
        'components/checkboxes',
        checkboxes({
          name: 'status',
          fieldset: { legend: 'Status', classes: '' },
          small: true,
          values: ['new'],
          items: [
            { value: 'new', text: 'New' },
            { value: 'review', text: 'To review' },
          ],
        }),
      ),
    ],
  });
}

function bar() {
  return identityBar({
    title: 'PD-4K7M2C – Ada Example',
    status: { text: 'In review', colour: 'orange' },
    facts: [
      { key: 'Permit', value: 'Resident' },
      { key: 'Zone', value: 'Z4 Loughborough' },
      { key: 'Age', value: '3 working days' },
      { key: 'Hold ends', value: '21 November 2026, 4:12pm' },
      { key: 'Held by', value: 'You, since 9:30am' },
    ],
    actions: [linkContent('Release', '/applications/PD-4K7M2C/claim', { hiddenText: 'PD-4K7M2C' })],
  });
}

function viewer() {
  return evidenceViewer({
    label: 'Utility bill',
    path: '/applications/PD-4K7M2C/review',
    place: { paperId: 'p1', pageNumber: 2, rotation: 0, zoom: 'fit' },
    papers: [
      { id: 'p1', label: 'Utility bill' },
      { id: 'p2', label: 'V5C' },
    ],
    page: {
      imagesPath: '/test-paper.svg',
      altStart: 'Utility bill, ',
      altEnd: ', uploaded 17 November 2026',
      count: 3,
    },
    originalHref: '/evidence/p1/original',
  });
}

function words() {
  return {
    inset: insetText('Dated 12 August, received 20 November: 8 days too old.'),
    warning: warningText('The hold on £55.00 ends tomorrow at 4:12pm.'),
    more: details('Why is this too old?', 'A bill counts for three calendar months.'),
    held: alert({
      variant: 'warning',
      title: 'Held by Grace Officer',
      showHeading: true,
      content: 'Grace Officer has held this since 9:12am. You can read it.',
    }),
    done: panel({
      title: 'Application rejected',
      headingLevel: 2,
      content: linesContent(['PD-4K7M2C', '£55.00 will go back to the resident']),
    }),
    stop: panel({
      title: 'Take over from Grace Officer?',
      headingLevel: 2,
      variant: 'interruption',
      content: 'What she has not saved will be lost.',
      actions: [
        { button: { text: 'Take over', type: 'submit' } },
        { link: { text: 'Back', href: '/b' } },
      ],
    }),
    pages: pagination({
      previous: { href: '/queue?page=6' },
      next: { href: '/queue?page=8' },
      items: pageItems(7, 42, (page) => `/queue?page=${page}`),
    }),
    start: button({ text: 'Review next case', href: '/next', isStart: true }),
  };
}

export function kitchenSink() {
  return {
    title: 'One of everything',
    errors,
    backLink: backLink('/queue', 'Back to the queue'),
    skipLinks: [{ href: '#viewer', text: 'Skip to the paper' }],
    width: 'full' as const,
    pageNumber: { number: 7, count: 42 },
    bar: bar(),
    viewer: viewer(),
    place: { paperId: 'p1', pageNumber: 2, rotation: 0, zoom: 'fit' },
    ...marks(),
    ...caseFacts(),
    ...words(),
    filter: queueFilter(),
    queue: queue(),
  };
}
