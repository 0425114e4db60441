import { STATUS_TAGS } from '../case-file/case-status.rules.js';
import { PERMIT_STATUS_LABELS, permitStatusAt } from '../permits/permit-status.rules.js';
import { lastDayOf, permitEndsAt } from '../permits/permit-term.rules.js';
import { linkContent } from '../platform/web/component-types.js';
import { type Cell, table, type TableParams } from '../platform/web/components/tables.js';
import { formatShortDate, londonDateOf } from '../shared/london-date.js';
import { formatRegistration } from '../shared/vehicle-registration.js';
import type { CasePageRows } from './case-page.queries.js';

export interface PropertyPanel {
  /** "1 of 2 permits are held here, counting applications that wait." */
  sentences: string[];
  permits: TableParams | null;
  pending: TableParams | null;
}

/** What else this property has: its entitlement used, live permits, other applications. */
export function propertyPanel(rows: CasePageRows, now: Date): PropertyPanel {
  const { file, slots } = rows;
  const cap = file.property.zone?.propertyCap;
  const others = rows.pending.filter(({ reference }) => reference !== file.application.reference);
  return {
    sentences: [
      cap === undefined
        ? 'The property is in no permit zone.'
        : `${slots.cap.held} of ${cap} permits are held here, counting applications that wait.`,
      slots.free.held > 0 ? 'Its free permit is in use.' : 'Its free permit is not in use.',
    ],
    permits: rows.permits.length > 0 ? permitsTable(rows, now) : null,
    pending: others.length > 0 ? pendingTable(others) : null,
  };
}

function permitsTable({ permits }: CasePageRows, now: Date): TableParams {
  return table({
    caption: 'Permits',
    captionClasses: 'govuk-table__caption--s',
    head: ['Permit', 'Type', 'Holder', 'Vehicle', 'Last day', 'State'],
    rows: permits.map((permit): Cell[] => [
      linkContent(permit.reference, `/applications/${permit.applicationReference}`),
      permit.permitTypeName,
      permit.holderName,
      permit.registration ? formatRegistration(permit.registration) : 'None',
      formatShortDate(lastDayOf(permitEndsAt(permit))),
      PERMIT_STATUS_LABELS[permitStatusAt(permit, now)],
    ]),
    scrollRegion: 'Permits',
  });
}

function pendingTable(pending: CasePageRows['pending']): TableParams {
  return table({
    caption: 'Other applications that wait',
    captionClasses: 'govuk-table__caption--s',
    head: ['Reference', 'Applicant', 'Received', 'State'],
    rows: pending.map((other): Cell[] => [
      linkContent(other.reference, `/applications/${other.reference}`),
      other.applicantName,
      formatShortDate(londonDateOf(other.receivedAt)),
      STATUS_TAGS[other.status].text,
    ]),
    scrollRegion: 'Other applications that wait',
  });
}
