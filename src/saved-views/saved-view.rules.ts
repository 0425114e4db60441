import { ok, type Outcome, refuse } from '../shared/outcome.js';

export const MOST_SAVED_VIEWS = 20;
export const LONGEST_VIEW_NAME = 60;

/** Filters and order of the queue under a name. */
export interface SavedView {
  id: string;
  staffId: string;
  name: string;
  /** As the address of the queue carries it, without a place: `zone=Z4&sort=received`. */
  query: string;
  isShared: boolean;
  /** The one this person's queue opens with. */
  isFirst: boolean;
}

export type SaveRefusal = 'name_taken' | 'too_many';

interface ToSave {
  /** The person's own. */
  views: readonly SavedView[];
  /** Null: a new one. */
  viewId: string | null;
  name: string;
  query: string;
}

/** Whether it may be kept; the same name and filters once more are the view that is there already. */
export function decideSave({
  views,
  viewId,
  name,
  query,
}: ToSave): Outcome<{ viewId: string | null }, SaveRefusal> {
  const twin = views.find((view) => sameName(view.name, name));
  if (twin && twin.id !== viewId) {
    return viewId === null && twin.query === query ? ok({ viewId: twin.id }) : refuse('name_taken');
  }
  if (viewId === null && views.length >= MOST_SAVED_VIEWS) return refuse('too_many');
  return ok({ viewId });
}

export const SAVE_REFUSAL_WORDS: Readonly<Record<SaveRefusal, string>> = {
  name_taken: 'You have a view with this name already. Choose another name',
  too_many: `You have ${MOST_SAVED_VIEWS} views, which is the most. Delete one first`,
};

/** As the database compares them: without capitals and accents. */
function sameName(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0;
}
