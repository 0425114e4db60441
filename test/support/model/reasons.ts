/** Why cases of the models are rejected. */
export const NOT_IN_ZONE = {
  code: 'not_in_zone',
  paperKind: null,
  paperId: null,
  words: null,
} as const;
