import { linesContent, tagContent } from '../../src/platform/web/component-types.js';
import { sideNavigation, timeline } from '../../src/platform/web/components/case-page.js';
import { tabs, taskList } from '../../src/platform/web/components/sections.js';
import { summaryList } from '../../src/platform/web/components/summary-list.js';

/** What the page with one of everything says about a case. */
export function caseFacts() {
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
