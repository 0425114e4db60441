import { type Content, link, type LinkParams, nested } from '../platform/web/component-types.js';
import { select, type SelectParams } from '../platform/web/components/form-fields.js';
import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import { countText } from '../shared/duration-text.js';
import { mayDo } from '../staff/permissions.rules.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';
import type { AssignableStaff } from './assignable-staff.queries.js';

/** For `{{> bulk-work/bar bulk}}`: what can be done with the cases ticked in a list. */
export interface BulkBar {
  onPage: number;
  /** As many as the list has, in words. */
  total: string;
  inList: string;
  /** Null for who only claims for himself. */
  to: SelectParams | null;
  assign: ButtonParams;
  release: ButtonParams;
  /** Rejecting the chosen, or every case of the list; null for who may reject only one by one. */
  reject: { chosen: ButtonParams; all: LinkParams } | null;
  /** The list to come back to. */
  back: string;
}

interface Choosing {
  staff: { id: string; role: StaffRole };
  assignable: readonly AssignableStaff[];
  onPage: number;
  inList: string;
  back: string;
  /** The page of every case of this list. */
  allHref: string;
}

/** Null for who may claim nothing. */
export function bulkBar(choosing: Choosing): BulkBar | null {
  const { staff, assignable, onPage, inList, back, allHref } = choosing;
  if (!mayDo(staff.role, 'claim') || onPage === 0) return null;
  const assignsOthers = mayDo(staff.role, 'assign');
  return {
    onPage,
    total: inList,
    inList: `${countText(onPage, 'case')} on this page, ${inList} in this list`,
    to: assignsOthers
      ? select({
          name: 'to',
          label: 'Assign to',
          value: staff.id,
          items: assignable.map(({ id, name }) => ({
            value: id,
            text: id === staff.id ? `${name} (you)` : name,
          })),
        })
      : null,
    assign: actButton('assign', assignsOthers ? 'Assign the chosen' : 'Claim the chosen'),
    release: actButton('release', 'Give the chosen back'),
    reject: mayDo(staff.role, 'reject-in-bulk') ? rejecting(allHref) : null,
    back,
  };
}

/** The bar's one form goes elsewhere with this button. */
function rejecting(allHref: string): BulkBar['reject'] {
  const attributes = { formaction: '/bulk-rejections' };
  return {
    chosen: button({ text: 'Reject the chosen', variant: 'secondary', attributes }),
    all: link('Reject every case of this list', allHref),
  };
}

function actButton(value: string, text: string): ButtonParams {
  return button({ text, name: 'act', value, variant: 'secondary' });
}

/** The reference of a case in a list with a box to tick; the box belongs to the bar's form. */
export function chooseCell({
  reference,
  version,
}: {
  reference: string;
  version: number;
}): Content {
  return nested('bulk-work/choose', {
    id: `chosen-${reference}`,
    value: `${reference}.${version}`,
    reference,
    href: `/applications/${reference}`,
  });
}
