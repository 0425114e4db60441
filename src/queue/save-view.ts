import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/database/new-id.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { decideSave, type SaveRefusal } from '../saved-views/saved-view.rules.js';
import {
  deleteView,
  insertView,
  lockViewsOf,
  takeFirstFromOthers,
  updateView,
} from '../saved-views/saved-views.store.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

export interface ViewToSave {
  staffId: string;
  /** Null: a new one. */
  viewId: string | null;
  name: string;
  /** Only of a new one; an old one keeps its filters. */
  query: string;
  isShared: boolean;
  isFirst: boolean;
}

/** Keeps, renames and deletes a person's own views. */
@Injectable()
export class SaveView {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  save(view: ViewToSave): Promise<Outcome<unknown, SaveRefusal | 'unknown'>> {
    return this.unitOfWork.run(async (tx) => {
      const views = await lockViewsOf(tx, view.staffId);
      const isKnown = view.viewId === null || views.some(({ id }) => id === view.viewId);
      if (!isKnown) return refuse('unknown');
      const decided = decideSave({ views, ...view });
      if (!decided.ok) return decided;
      const id = decided.viewId ?? newId();
      if (decided.viewId === null) await insertView(tx, { ...view, id }, this.clock.now());
      else await updateView(tx, { ...view, id });
      if (view.isFirst) await takeFirstFromOthers(tx, view.staffId, id);
      return ok();
    });
  }

  /** Deleting what is gone already is done already. */
  delete(staffId: string, viewId: string): Promise<boolean> {
    return this.unitOfWork.run((tx) => deleteView(tx, staffId, viewId));
  }
}
