import {
  linesContent,
  linkContent,
  nested,
  tagContent,
} from '../../src/platform/web/component-types.js';
import { alert } from '../../src/platform/web/components/alert.js';
import {
  identityBar,
  sideNavigation,
  timeline,
} from '../../src/platform/web/components/case-page.js';
import { checkboxes, radios } from '../../src/platform/web/components/choices.js';
import { dateInput } from '../../src/platform/web/components/date-input.js';
import { filter } from '../../src/platform/web/components/filter.js';
import {
  characterCount,
  fileUpload,
  input,
  select,
} from '../../src/platform/web/components/form-fields.js';
import { details, insetText, warningText } from '../../src/platform/web/components/messages.js';
import { backLink, button, buttonGroup } from '../../src/platform/web/components/navigation.js';
import { pageItems, pagination } from '../../src/platform/web/components/pagination.js';
import { panel } from '../../src/platform/web/components/panel.js';
import { tabs, taskList } from '../../src/platform/web/components/sections.js';
import { summaryList } from '../../src/platform/web/components/summary-list.js';
import { table } from '../../src/platform/web/components/tables.js';
import { evidenceViewer } from '../../src/platform/web/components/viewer.js';

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
      imageHref: '/test-paper.svg',
      alt: 'Utility bill, page 2 of 3, uploaded 17 November 2026',
      count: 3,
    },
    originalHref: '/evidence/p1/original',
  });
}

function marks() {
  return {
    nameMark: radios({
      name: 'nameMark',
      fieldset: { legend: 'Name on the paper: Ada Example', classes: '' },
      error: 'Choose whether the name matches',
      inline: true,
      small: true,
      value: null,
      items: [
        { value: 'matches', text: 'Matches' },
        { value: 'variation', text: 'Acceptable variation' },
        { value: 'differs', text: 'Does not match' },
        { value: 'unclear', text: 'Cannot tell' },
      ],
    }),
    datedOn: dateInput({
      id: 'datedOn',
      fieldset: { legend: 'Date on the paper' },
      hint: 'For example, 27 3 2026',
      error: 'Enter the date on the paper',
      values: { day: '12', month: 'Aug', year: '' },
    }),
    verdict: radios({
      name: 'verdict',
      fieldset: { legend: 'This paper', classes: 'govuk-fieldset__legend--s' },
      value: 'ask',
      items: [
        { value: 'accept', text: 'Accept' },
        {
          value: 'ask',
          text: 'Ask again',
          hint: 'The resident sees only this paper on the page we send',
          conditional: nested(
            'components/textarea',
            characterCount({
              name: 'why',
              label: 'What is wrong with it',
              hint: 'This will be sent to the resident',
              value: 'The bill is dated 12 August:\nit was 8 days too old when we received it.',
              maxlength: 500,
              rows: 4,
            }),
          ),
        },
        { divider: 'or', value: '', text: '' },
        { value: 'not-needed', text: 'Not needed' },
      ],
    }),
    reference: input({
      name: 'reference',
      label: 'V5C reference',
      hint: '11 digits. We keep only the last 4.',
      value: '',
      inputmode: 'numeric',
      classes: 'govuk-input--width-10',
      spellcheck: false,
    }),
    amount: input({
      name: 'amount',
      label: 'Amount',
      prefix: '£',
      classes: 'govuk-input--width-5',
    }),
    paper: fileUpload({ name: 'paper', label: 'Add a paper', hint: 'PDF, JPEG or PNG, 10 MB' }),
    buttons: buttonGroup([
      { button: { text: 'Save and continue' } },
      { button: { text: 'Reject', variant: 'warning' } },
      { button: { text: 'Save for later', variant: 'secondary' } },
      { link: { text: 'Cancel', href: '/queue' } },
    ]),
  };
}

function caseFacts() {
  return {
    tasks: taskList({
      items: [
        { title: 'Proof of address', href: '/t1', status: 'Completed' },
        {
          title: 'Vehicle register (V5C)',
          href: '/t2',
          hint: 'The keeper address has not been marked',
          status: tagContent('To do', 'blue'),
        },
        { title: 'Decision', status: 'Cannot start yet' },
      ],
    }),
    declared: summaryList({
      card: { title: 'Declared', actions: [{ text: 'Print', href: '/print' }] },
      rows: [
        { key: 'Name', value: 'Ada Example' },
        {
          key: 'Property',
          value: linesContent(['1 Invented Street', 'Loughborough', 'LE11 0AA']),
          actions: [{ text: 'Change', href: '/change', hiddenText: 'property' }],
        },
        { key: 'Payment', value: tagContent('£55.00 held', 'green') },
      ],
    }),
    history: timeline([
      {
        title: 'Evidence looked at',
        byline: 'Ada Officer',
        datetime: '2026-11-20T09:30:00Z',
        dateText: '20 November 2026 at 9:30am',
        content: 'Utility bill, page 1 to 3',
      },
      {
        title: 'Application received',
        byline: 'System',
        datetime: '2026-11-17',
        dateText: '17 November 2026',
      },
    ]),
    sections: tabs({
      items: [
        { id: 'notes', label: 'Notes', text: 'No notes yet.' },
        { id: 'letters', label: 'Letters', text: 'No letters sent.' },
      ],
    }),
    side: sideNavigation('Case', [
      {
        items: [
          { text: 'Overview', href: '/a', isCurrent: true },
          { text: 'Timeline', href: '/b' },
        ],
      },
    ]),
  };
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
