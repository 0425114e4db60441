/** Another permit or case with the very registration that an approval is about. */
export interface VehicleElsewhere {
  is: 'permit' | 'application';
  /** The permit's, or the case's. */
  reference: string;
  /** The case to look at. */
  caseReference: string;
  /** At the property of the application itself. */
  isHere: boolean;
  /** Of a permit; null for none. */
  zones: string | null;
  /** Until when a permit covers it; null for a case. */
  coveredTo: Date | null;
}

export const MOST_VEHICLE_REASON = 500;

export const VEHICLE_REASON_NEEDED = 'Say why it is right to approve it all the same';

/** How the reason stands among the notes of the case. */
export function vehicleReasonNote(reason: string): string {
  return `Why I approved it although the vehicle is elsewhere too: ${reason}`;
}
