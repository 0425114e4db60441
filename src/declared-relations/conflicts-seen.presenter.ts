import { linkContent } from '../platform/web/component-types.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { formatDateTime } from '../shared/london-date.js';
import { roleNames } from '../staff/staff-roles.rules.js';
import type { InterestCount, KeptFromCase } from './my-interests.queries.js';

interface ListPage {
  title: string;
  backLink: PlainLinkParams;
  rows: TableParams | null;
}

/** For administrators: who declared how many, never what. */
export function interestCountsPage(counts: readonly InterestCount[]): ListPage {
  return {
    title: 'Declared interests',
    backLink: backLink('/my-work', 'Back to my work'),
    rows:
      counts.length === 0
        ? null
        : table({
            caption: 'Declared interests',
            isCaptionHidden: true,
            scrollRegion: 'Declared interests',
            classes: 'desk-dense',
            firstCellIsHeader: true,
            head: ['Name', 'Role', { content: 'Declared', isNumeric: true }, 'Last declared'],
            rows: counts.map(({ name, role, declared, lastDeclaredAt }) => [
              name,
              roleNames[role],
              { content: String(declared), isNumeric: true },
              lastDeclaredAt ? formatDateTime(lastDeclaredAt) : 'Never',
            ]),
          }),
  };
}

/** For supervisors: who was kept from which case, never why. */
export function keptFromCasesPage(kept: readonly KeptFromCase[]): ListPage {
  return {
    title: 'Kept from deciding',
    backLink: backLink('/my-work', 'Back to my work'),
    rows:
      kept.length === 0
        ? null
        : table({
            caption: 'Kept from deciding',
            isCaptionHidden: true,
            scrollRegion: 'Kept from deciding',
            classes: 'desk-dense',
            firstCellIsHeader: true,
            head: ['Case', 'Who', 'When'],
            rows: kept.map(({ reference, name, refusedAt }) => [
              linkContent(reference, `/applications/${reference}`),
              name,
              formatDateTime(refusedAt),
            ]),
          }),
  };
}
