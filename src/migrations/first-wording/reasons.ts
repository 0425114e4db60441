import { FIRST_APPLICATION_REASONS } from './application-reasons.js';
import { FIRST_PAPER_REASONS } from './paper-reasons.js';

const always = { permitTypes: null, moneyEffect: 'release', retiredFromOn: null } as const;

const paperReasons = Object.entries(FIRST_PAPER_REASONS).map(([code, reason]) => ({
  code,
  content: { ...always, appliesTo: 'paper', canAskAgain: true, needsWords: false, ...reason },
}));

const applicationReasons = Object.entries(FIRST_APPLICATION_REASONS).map(([code, reason]) => ({
  code,
  content: {
    ...always,
    ...{ appliesTo: 'application', paperKinds: null, canAskAgain: false, needsWords: false },
    ...reason,
  },
}));

/** Version 1 of every reason, as it is stored; the order leaves room for others between. */
export const FIRST_REASONS = [...paperReasons, ...applicationReasons].map(
  ({ code, content }, index) => ({ code, content: { ...content, order: (index + 1) * 10 } }),
);
