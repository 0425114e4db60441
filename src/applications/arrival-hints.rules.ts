/**
 * What the desk noticed when an application arrived. Hints help the officer look; they never
 * decide (R-GDPR-3). The codes are kept on the case, the words are here.
 */
export const ARRIVAL_HINTS = {
  paper_missing: 'Not every paper that this permit type needs came with the application.',
  not_in_zone: 'The property is in no permit zone on the start date.',
  at_cap: 'The property already holds as many permits and pending applications as it may.',
  free_slot_used: 'The free permit of this property is already in use, so this one was priced.',
  possible_duplicate:
    'The same person or vehicle has another application waiting at this property.',
  same_registration_live: 'The registration is already on a live permit.',
  look_alike_live: 'A registration that is easily confused with this one is on a live permit.',
  unusual_registration: 'The registration has no usual shape; whoever applied gave a reason.',
  home_business:
    'A resident permit is live at this property, and a business run from home gets none on top.',
  not_the_price: 'The amount paid is not the price the list gives.',
} as const satisfies Record<string, string>;

export type ArrivalHint = keyof typeof ARRIVAL_HINTS;

export function isArrivalHint(code: string): code is ArrivalHint {
  return Object.hasOwn(ARRIVAL_HINTS, code);
}
