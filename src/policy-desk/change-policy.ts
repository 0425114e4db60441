import { Injectable } from '@nestjs/common';
import { needLines } from '../permit-types/policy-lines.queries.js';
import { setNeedFrom, setTargetFrom } from '../permit-types/policy-lines.store.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import type { HoldsFrom } from '../policy/holds-from.rules.js';
import { recordPolicyChange } from '../policy/policy-changes.store.js';
import type { BankHolidayRow } from '../policy/policy-book.rules.js';
import { isSettingName } from '../policy/policy-settings.rules.js';
import {
  deleteBankHoliday,
  insertBankHoliday,
  putSetting,
} from '../policy/policy-settings.store.js';
import { lockPolicy } from '../policy/policy-stamp.store.js';
import { seenKey } from '../policy/seen-key.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { startOfLondonDay } from '../shared/london-date.js';
import { type NeedOfType, needInWords } from './needs.rules.js';
import { listNumbers } from './numbers.queries.js';
import { valueInWords, valueOn } from './numbers.rules.js';

type Changed = Outcome<unknown, 'stale'>;

interface ByWhom {
  by: string;
  /** `seenKey` of the lines the form saw. */
  seen: string;
  start: HoldsFrom;
}

/** Every change of deadlines, targets, papers and bank holidays: one after the other, told for good. */
@Injectable()
export class ChangePolicy {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  setNumber(key: string, value: number, { by, seen, start }: ByWhom): Promise<Changed> {
    return this.unitOfWork.run(async (tx) => {
      await lockPolicy(tx);
      const policy = (await listNumbers(tx)).find((one) => one.key === key);
      if (!policy) return refuse('stale');
      const isThere = policy.lines.some(
        (line) => line.validFrom === start.on && line.value === value,
      );
      if (seenKey(policy.lines) !== seen) return isThere ? ok() : refuse('stale');
      const before = valueOn(policy, start.on);
      if (!(await writeNumber(tx, key, value, start))) return refuse('stale');
      await this.record(tx, policy.subject, { by, start }, [
        valueInWords(policy, before),
        valueInWords(policy, value),
      ]);
      return ok();
    });
  }

  setNeed(
    need: NeedOfType,
    paperKinds: readonly PaperKind[],
    { by, seen, start }: ByWhom,
  ): Promise<Changed> {
    return this.unitOfWork.run(async (tx) => {
      await lockPolicy(tx);
      const { permitTypeCode } = need;
      const lines = (await needLines(tx, permitTypeCode)).filter((line) => line.need === need.need);
      const holds = lines.filter(({ validFrom }) => validFrom <= start.on).at(-1);
      const isThere =
        holds?.validFrom === start.on && holds.paperKinds.join() === paperKinds.join();
      if (seenKey(lines) !== seen) return isThere ? ok() : refuse('stale');
      const isOver = holds?.validTo != null && holds.validTo < start.on;
      await setNeedFrom(tx, need, { on: start.on, paperKinds });
      await this.record(tx, `need:${permitTypeCode}:${need.need}`, { by, start }, [
        needInWords(isOver ? [] : (holds?.paperKinds ?? [])),
        needInWords(paperKinds),
      ]);
      return ok();
    });
  }

  /** Twice the same day is one day. */
  addHoliday(holiday: BankHolidayRow, by: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await lockPolicy(tx);
      if (!(await insertBankHoliday(tx, holiday))) return;
      const start = { on: holiday.on, at: startOfLondonDay(holiday.on) };
      await this.record(tx, `holiday:${holiday.on}`, { by, start }, [null, holiday.title]);
    });
  }

  removeHoliday({ on, title }: BankHolidayRow, by: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await lockPolicy(tx);
      if (!(await deleteBankHoliday(tx, on))) return;
      const start = { on, at: startOfLondonDay(on) };
      await this.record(tx, `holiday:${on}`, { by, start }, [title, null]);
    });
  }

  private record(
    tx: Tx,
    subject: string,
    { by, start }: { by: string; start: HoldsFrom },
    [before, after]: readonly [string | null, string | null],
  ): Promise<void> {
    const changedAt = this.clock.now();
    const holdsFrom = start.at;
    return recordPolicyChange(tx, { subject, changedBy: by, changedAt, holdsFrom, before, after });
  }
}

/** False when the permit type does not exist on that day. */
async function writeNumber(tx: Tx, key: string, value: number, { on }: HoldsFrom) {
  if (isSettingName(key)) {
    await putSetting(tx, { name: key, validFrom: on, value });
    return true;
  }
  return setTargetFrom(tx, key.replace('target-', ''), { on, days: value });
}
