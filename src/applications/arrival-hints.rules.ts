/**
 * What the desk noticed when an application arrived. Hints help the officer look; they never
 * decide (R-GDPR-3). The codes are kept on the case, the words are here.
 */
export const ARRIVAL_HINTS = {
  paper_missing: 'Not every paper that this permit type needs came with the application.',
  not_in_zone: 'The property is in no permit zone on the start date (R-ELIG-1).',
  at_cap:
    'The property already holds as many permits and pending applications as it may (R-LIM-1).',
  free_slot_used:
    'The free permit of this property is already in use, so this one was priced (R-FREE-2).',
  possible_duplicate:
    'The same person or vehicle has another application waiting at this property.',
  same_registration_live: 'The registration is already on a live permit (R-VC-5).',
  look_alike_live:
    'A registration that is easily confused with this one is on a live permit (R-VRM-5).',
  unusual_registration:
    'The registration has no usual shape; whoever applied gave a reason (R-VRM-7).',
  home_business:
    'A resident permit is live at this property, and a business run from home gets none on top (R-BUS-2).',
  not_the_price: 'The amount paid is not the price the list gives.',
} as const satisfies Record<string, string>;

export type ArrivalHint = keyof typeof ARRIVAL_HINTS;

export function isArrivalHint(code: string): code is ArrivalHint {
  return Object.hasOwn(ARRIVAL_HINTS, code);
}
