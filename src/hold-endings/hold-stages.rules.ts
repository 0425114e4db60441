import { HOLD_HOURS } from '../payments/hold.rules.js';
import { settingOn, type Settings } from '../policy/policy-settings.rules.js';
import { londonDateOf } from '../shared/london-date.js';

/** The stages of a payment hold that nobody has decided upon (R-PAY-1, R1.8). */
export const HOLD_STAGES = ['first', 'second', 'capture'] as const;
export type HoldStage = (typeof HOLD_STAGES)[number];

/** After how many hours from the making of the payment each stage is reached. */
export type HoldHours = Readonly<Record<HoldStage, number>>;

const HOUR_MS = 3_600_000;

/** As the council has set them on the London day of `now`: they count for every running hold. */
export function holdHoursAt(settings: Settings, now: Date): HoldHours {
  const on = londonDateOf(now);
  return {
    first: settingOn(settings, 'hold_first_hours', on),
    second: settingOn(settings, 'hold_second_hours', on),
    capture: settingOn(settings, 'hold_capture_hours', on),
  };
}

/** A hold is counted in hours that pass, so a change of the clocks neither adds nor takes one. */
export function stageReachedAt(stage: HoldStage, holdEndsAt: Date, hours: HoldHours): Date {
  return new Date(holdEndsAt.getTime() - (HOLD_HOURS - hours[stage]) * HOUR_MS);
}

/** Holds that end no later than this have reached the stage: the same rule turned round for lists. */
export function endsByFor(stage: HoldStage, hours: HoldHours, now: Date): Date {
  return new Date(now.getTime() + (HOLD_HOURS - hours[stage]) * HOUR_MS);
}

/** The stages a hold has come through by now, the first one first. */
export function stagesReached(holdEndsAt: Date, hours: HoldHours, now: Date): HoldStage[] {
  return HOLD_STAGES.filter((stage) => stageReachedAt(stage, holdEndsAt, hours) <= now);
}

export interface HoldWarning {
  text: string;
  colour: 'yellow' | 'orange' | 'red';
}

const WARNINGS: Readonly<Record<HoldStage, HoldWarning>> = {
  first: { text: 'Decide soon', colour: 'yellow' },
  second: { text: 'Decide now', colour: 'orange' },
  capture: { text: 'Being taken', colour: 'orange' },
};

/** What lists and the case say beside the end of the hold of an undecided case; null: no hurry. */
export function holdWarning(holdEndsAt: Date, hours: HoldHours, now: Date): HoldWarning | null {
  if (holdEndsAt <= now) return { text: 'Hold ended', colour: 'red' };
  const stage = stagesReached(holdEndsAt, hours, now).at(-1);
  return stage ? WARNINGS[stage] : null;
}
