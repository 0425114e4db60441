import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { SealBroken } from '../platform/files/encryption.js';
import { type DraftFields, keptFields } from './draft-fields.rules.js';
import type { DraftPlace } from './draft-forms.rules.js';
import { openDraft, sealDraft } from './draft-seal.js';
import { readDraft, type StoredDraft } from './drafts.queries.js';
import {
  bringDraftBack,
  emptyDraft,
  saveDraft,
  settleDraft,
  throwDraftAway,
} from './drafts.store.js';

const DAY_MS = 86_400_000;
const UNDO_MS = 30 * 60_000;

/** What a form said of itself when it was sent or kept. */
export interface FormInHand {
  formId: string;
  version: number;
  /** Every field as it came. */
  sent: unknown;
}

export interface Draft extends Pick<StoredDraft, 'savedAt' | 'isThrownAway' | 'isOlderThanCase'> {
  fields: DraftFields;
}

/** A person's own drafts: nobody else's can be reached through here. */
@Injectable()
export class OwnDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Keeps what is typed; an emptied form leaves no draft. */
  async keep(place: DraftPlace, { formId, version, sent }: FormInHand): Promise<void> {
    const fields = keptFields(sent);
    if (fields === null) return this.unitOfWork.runSingle((tx) => emptyDraft(tx, place));
    const sealed = sealDraft(JSON.stringify(fields), place, this.settings);
    const savedAt = this.clock.now();
    const times = { savedAt, expiresAt: this.endOf(savedAt) };
    await this.unitOfWork.runSingle((tx) =>
      saveDraft(tx, place, { ...sealed, ...times, formId, caseVersion: version }),
    );
  }

  settle(place: DraftPlace, formId: string): Promise<void> {
    return this.unitOfWork.runSingle((tx) => settleDraft(tx, place, formId));
  }

  throwAway(place: DraftPlace): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + UNDO_MS);
    return this.unitOfWork.run((tx) => throwDraftAway(tx, place, { now, until }));
  }

  bringBack(place: DraftPlace): Promise<void> {
    const now = this.clock.now();
    return this.unitOfWork.run((tx) =>
      bringDraftBack(tx, place, { now, expiresAt: this.endOf(now) }),
    );
  }

  /** Null also when it cannot be opened any more: its key is gone, or it was tampered with. */
  async read(place: DraftPlace): Promise<Draft | null> {
    const stored = await readDraft(this.database.reader, place, this.clock.now());
    if (!stored) return null;
    const { savedAt, isThrownAway, isOlderThanCase } = stored;
    try {
      const fields = JSON.parse(openDraft(stored, place, this.settings)) as DraftFields;
      return { fields, savedAt, isThrownAway, isOlderThanCase };
    } catch (error) {
      if (error instanceof SealBroken) return null;
      throw error;
    }
  }

  private endOf(from: Date): Date {
    return new Date(from.getTime() + this.settings.DRAFT_DAYS * DAY_MS);
  }
}
