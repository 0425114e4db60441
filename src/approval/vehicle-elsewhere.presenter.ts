import { errorOf } from '../case-file/case-form-page.presenter.js';
import { link, type LinkParams } from '../platform/web/component-types.js';
import { characterCount, type TextareaParams } from '../platform/web/components/form-fields.js';
import type { FieldError } from '../platform/web/parse-form.js';
import { formatDate, londonDateOf } from '../shared/london-date.js';
import { formatRegistration } from '../shared/vehicle-registration.js';
import { MOST_VEHICLE_REASON, type VehicleElsewhere } from './vehicle-elsewhere.rules.js';

/** For the view `approval/vehicle-elsewhere`: where else the vehicle is, and the reason asked for. */
export interface VehicleElsewherePanel {
  lines: { words: string; link: LinkParams }[];
  reason: TextareaParams;
}

interface Elsewhere {
  /** As it is stored. */
  registration: string | null;
  elsewhere: readonly VehicleElsewhere[];
  typed: string;
  errors: readonly FieldError[];
}

/** Null where the vehicle is nowhere else. */
export function vehicleElsewherePanel(asked: Elsewhere): VehicleElsewherePanel | null {
  const { registration, elsewhere, typed, errors } = asked;
  if (registration === null || elsewhere.length === 0) return null;
  const plate = formatRegistration(registration);
  return {
    lines: elsewhere.map((one) => ({
      words: `${plate} is on ${whereWords(one)}.`,
      link: { ...link(`See ${one.caseReference}`, `/applications/${one.caseReference}`) },
    })),
    reason: characterCount({
      name: 'vehicleReason',
      label: 'Why is it right to approve it all the same?',
      hint: 'Colleagues see this among the notes of the case. It is never sent to the resident.',
      value: typed,
      error: errorOf(errors, 'vehicleReason'),
      maxlength: MOST_VEHICLE_REASON,
      rows: 3,
    }),
  };
}

function whereWords({ is, reference, isHere, zones, coveredTo }: VehicleElsewhere): string {
  const place = isHere ? 'at this address' : 'at another address';
  if (is === 'application') return `${reference} ${place}, which waits for a decision`;
  const zone = zones ? ` (zone ${zones})` : '';
  const until = coveredTo ? `, until ${lastDay(coveredTo)}` : '';
  return `permit ${reference} ${place}${zone}${until}`;
}

function lastDay(endsAt: Date): string {
  return formatDate(londonDateOf(new Date(endsAt.getTime() - 1)));
}
