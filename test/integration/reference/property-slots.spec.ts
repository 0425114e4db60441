import type { Tx } from '../../../src/platform/database/transaction.js';
import { lockProperty } from '../../../src/properties/properties.store.js';
import { countSlots, slotsHeldBy } from '../../../src/property-slots/property-slots.queries.js';
import type { SlotKind } from '../../../src/property-slots/property-slots.rules.js';
import {
  releaseSlots,
  setSlotEnd,
  takeSlot,
} from '../../../src/property-slots/property-slots.store.js';
import {
  addApplication,
  addProperty,
  createReferenceDatabase,
  type ReferenceDatabase,
} from './reference-database.js';

const NOW = new Date('2026-11-20T09:00:00.000Z');
const LATER = new Date('2027-11-20T00:00:00.000Z');

let database: ReferenceDatabase;
let uprn: string;
let nextUprn = 1;

beforeAll(async () => {
  database = await createReferenceDatabase();
}, 60_000);
afterAll(() => database.drop());

beforeEach(async () => {
  uprn = String(999_100_000_000 + nextUprn);
  nextUprn += 1;
  await write((tx) => addProperty(tx, uprn));
});

const write = <T>(work: (tx: Tx) => Promise<T>) => database.unitOfWork.run(work);
const newApplication = () => write((tx) => addApplication(tx, uprn));
const count = (kind: SlotKind = 'cap', now = NOW) =>
  countSlots(database.source.manager, { uprn, kind, now });

interface Wish {
  kind?: SlotKind;
  limit?: number;
  now?: Date;
  renewsApplicationId?: string;
}

function take(applicationId: string, wish: Wish = {}): Promise<number | null> {
  return write(async (tx) => {
    await lockProperty(tx, uprn);
    return takeSlot(tx, { uprn, kind: 'cap', limit: 2, now: NOW, ...wish, applicationId });
  });
}

/** As {@link take}, by a caller who forgot the property's lock: the primary key must hold alone. */
function takeWithoutLock(applicationId: string, limit: number): Promise<number | null> {
  return write((tx) => takeSlot(tx, { uprn, kind: 'cap', limit, now: NOW, applicationId }));
}

async function inTurn(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push(await newApplication());
  return ids;
}

describe('taking a slot (R-LIM-1)', () => {
  it('gives the positions in order, then none', async () => {
    const [first, second, third] = (await inTurn(3)) as [string, string, string];
    expect(await take(first)).toBe(1);
    expect(await take(second)).toBe(2);
    expect(await take(third)).toBeNull();
    expect(await count()).toEqual({ held: 2, nextEndsAt: null });
    expect(await slotsHeldBy(database.source.manager, third)).toEqual([]);
  });

  it('answers the same position when asked twice for one application', async () => {
    const [first] = (await inTurn(1)) as [string];
    expect(await take(first)).toBe(1);
    expect(await take(first)).toBe(1);
    expect((await count()).held).toBe(1);
  });

  it('counts the cap and the free slot apart, and per property', async () => {
    const [carer, disabled] = (await inTurn(2)) as [string, string];
    expect(await take(carer, { kind: 'free', limit: 1 })).toBe(1);
    expect(await take(disabled, { kind: 'free', limit: 1 })).toBeNull();
    expect(await take(disabled)).toBe(1);
    expect(await slotsHeldBy(database.source.manager, disabled)).toEqual(['cap']);
  });

  it('gives nothing where the cap is 0', async () => {
    const [first] = (await inTurn(1)) as [string];
    expect(await take(first, { limit: 0 })).toBeNull();
  });

  it('gives nothing when a lowered cap leaves more held than allowed', async () => {
    const [first, second, third] = (await inTurn(3)) as [string, string, string];
    await take(first);
    await take(second);
    await write((tx) => releaseSlots(tx, first));
    expect(await take(third, { limit: 1 })).toBeNull();
  });
});

describe('a slot falling free', () => {
  it('is free at once after a rejection, of both kinds', async () => {
    const [first, second] = (await inTurn(2)) as [string, string];
    await take(first, { limit: 1 });
    await take(first, { kind: 'free', limit: 1 });
    await write((tx) => releaseSlots(tx, first));
    expect(await take(second, { limit: 1 })).toBe(1);
    expect(await take(second, { kind: 'free', limit: 1 })).toBe(1);
  });

  it('is held until the instant the permit ends, and free from then on', async () => {
    const [first, second] = (await inTurn(2)) as [string, string];
    await take(first, { limit: 1 });
    await write((tx) => setSlotEnd(tx, first, LATER));
    expect(await count()).toEqual({ held: 1, nextEndsAt: LATER });
    expect(await take(second, { limit: 1, now: new Date(LATER.getTime() - 1) })).toBeNull();
    expect(await take(second, { limit: 1, now: LATER })).toBe(1);
    expect(await slotsHeldBy(database.source.manager, first)).toEqual([]);
  });

  it('is free at once when the permit ends early', async () => {
    const [first, second] = (await inTurn(2)) as [string, string];
    await take(first, { limit: 1 });
    await write((tx) => setSlotEnd(tx, first, LATER));
    await write((tx) => setSlotEnd(tx, first, NOW));
    expect(await take(second, { limit: 1 })).toBe(1);
  });
});

describe('a renewal (R-REN-4)', () => {
  it('takes over the slot of the permit it renews instead of a second one', async () => {
    const [old, renewal, other] = (await inTurn(3)) as [string, string, string];
    await take(old, { limit: 1 });
    await write((tx) => setSlotEnd(tx, old, LATER));
    expect(await take(renewal, { limit: 1, renewsApplicationId: old })).toBe(1);
    expect(await take(other, { limit: 1 })).toBeNull();
    expect((await count()).held).toBe(1);
  });

  it('gives the slot back when it is rejected, since the old permit still runs', async () => {
    const [old, renewal, other] = (await inTurn(3)) as [string, string, string];
    await take(old, { limit: 1 });
    await write((tx) => setSlotEnd(tx, old, LATER));
    await take(renewal, { limit: 1, renewsApplicationId: old });
    await write((tx) => releaseSlots(tx, renewal));
    expect(await slotsHeldBy(database.source.manager, old)).toEqual(['cap']);
    expect(await count()).toEqual({ held: 1, nextEndsAt: LATER });
    expect(await take(other, { limit: 1 })).toBeNull();
  });

  it('keeps the slot to its own end once approved', async () => {
    const [old, renewal] = (await inTurn(2)) as [string, string];
    const end = new Date('2028-11-20T00:00:00.000Z');
    await take(old, { limit: 1 });
    await write((tx) => setSlotEnd(tx, old, LATER));
    await take(renewal, { limit: 1, renewsApplicationId: old });
    await write((tx) => setSlotEnd(tx, renewal, end));
    expect(await count()).toEqual({ held: 1, nextEndsAt: end });
  });

  it('gives back a free slot when the old permit ended early meanwhile', async () => {
    const [old, renewal, other] = (await inTurn(3)) as [string, string, string];
    await take(old, { limit: 1 });
    await write((tx) => setSlotEnd(tx, old, LATER));
    await take(renewal, { limit: 1, renewsApplicationId: old });
    await write((tx) => setSlotEnd(tx, old, NOW));
    await write((tx) => releaseSlots(tx, renewal));
    expect(await take(other, { limit: 1 })).toBe(1);
  });

  it('needs a slot of its own when the permit it names holds none', async () => {
    const [old, renewal] = (await inTurn(2)) as [string, string];
    expect(await take(renewal, { limit: 1, renewsApplicationId: old })).toBe(1);
  });
});

describe('50 at once for the last slot (R7.3)', () => {
  it('gives it to exactly one of them', async () => {
    const [holder, ...takers] = (await inTurn(51)) as [string, ...string[]];
    await take(holder);
    const positions = await Promise.all(takers.map((id) => take(id)));
    expect(positions.filter((position) => position === 2)).toHaveLength(1);
    expect(positions.filter((position) => position === null)).toHaveLength(49);
    expect((await count()).held).toBe(2);
  }, 60_000);

  it('gives the one free concession to exactly one of them', async () => {
    const takers = await inTurn(50);
    const positions = await Promise.all(takers.map((id) => take(id, { kind: 'free', limit: 1 })));
    expect(positions.filter((position) => position === 1)).toHaveLength(1);
    expect((await count('free')).held).toBe(1);
  }, 60_000);

  it('gives an ended permit’s slot to exactly one of them', async () => {
    const [old, ...takers] = (await inTurn(51)) as [string, ...string[]];
    await take(old, { limit: 1 });
    await write((tx) => setSlotEnd(tx, old, NOW));
    const positions = await Promise.all(takers.map((id) => take(id, { limit: 1 })));
    expect(positions.filter((position) => position === 1)).toHaveLength(1);
    expect((await count()).held).toBe(1);
  }, 60_000);

  it('gives away no more than there are even to callers without the lock', async () => {
    const takers = await inTurn(50);
    const settled = await Promise.allSettled(takers.map((id) => takeWithoutLock(id, 2)));
    const given = settled.flatMap((one) =>
      one.status === 'fulfilled' && one.value ? [one.value] : [],
    );
    expect(given.sort()).toEqual([1, 2]);
    expect((await count()).held).toBe(2);
  }, 60_000);
});

describe('lockProperty', () => {
  it('says when there is no such property', async () => {
    expect(await write((tx) => lockProperty(tx, '1'))).toBe(false);
    expect(await write((tx) => lockProperty(tx, uprn))).toBe(true);
  });
});
