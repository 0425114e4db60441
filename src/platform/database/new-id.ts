import { v7 } from 'uuid';

/** A new row's id: a UUID of version 7, so that rows of one time lie together. */
export function newId(): string {
  return v7();
}
