import { rm } from 'node:fs/promises';

/** A file in quarantine, exactly as it arrived; nothing about it has been checked but its size. */
export interface ReceivedFile {
  /** Name of the form field that carried it. */
  field: string;
  /** Absolute path in quarantine, under a random name. */
  path: string;
  /** The sender's name of it, at most 200 characters, for display only. */
  originalName: string;
  bytes: number;
  /** SHA-256 of the content, lower-case hex. */
  sha256: string;
}

/** Removes received files from quarantine; those already gone are no fault. */
export async function discardReceived(files: readonly ReceivedFile[]): Promise<void> {
  await Promise.all(files.map((file) => rm(file.path, { force: true })));
}
