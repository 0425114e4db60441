import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { findApplicationFolders, readApplicationFolder } from './application-folder.js';
import { IntakePorts } from './intake-ports.js';
import { ReceiveApplication, type ReceiveOutcome } from './receive-application.js';

/** What became of one folder. */
export interface LoadedFolder {
  name: string;
  result: 'received' | 'received_before' | 'refused';
  /** Null when refused. */
  reference: string | null;
  /** Why it was refused, one sentence each; empty otherwise. */
  because: string[];
}

interface Wish {
  folder: string;
  clientId: string;
  onProgress?: (done: LoadedFolder, count: { done: number; of: number }) => void;
}

/** Loads folders of applications, one after the other, as their client would have sent them. */
@Injectable()
export class LoadApplications {
  constructor(
    private readonly receiveApplication: ReceiveApplication,
    private readonly ports: IntakePorts,
    private readonly clock: Clock,
  ) {}

  async run({ folder, clientId, onProgress }: Wish): Promise<LoadedFolder[]> {
    const folders = await findApplicationFolders(folder);
    const loaded: LoadedFolder[] = [];
    for (const path of folders) {
      const one = await this.load(path, clientId);
      loaded.push(one);
      onProgress?.(one, { done: loaded.length, of: folders.length });
    }
    return loaded;
  }

  private async load(path: string, clientId: string): Promise<LoadedFolder> {
    const name = basename(path);
    const read = await readApplicationFolder(path, this.ports.settings.UPLOADS_DIR);
    if (!read.ok) return { name, result: 'refused', reference: null, because: [read.words] };
    const outcome = await this.receiveApplication.run({
      client: { id: clientId },
      body: read.body,
      files: read.files,
      receivedAt: this.clock.now(),
    });
    if (!outcome.ok) return { name, result: 'refused', reference: null, because: whyNot(outcome) };
    const { isNew, application } = outcome;
    const result = isNew ? 'received' : 'received_before';
    return { name, result, reference: application.reference, because: [] };
  }
}

function whyNot(outcome: Extract<ReceiveOutcome, { ok: false }>): string[] {
  switch (outcome.refusal) {
    case 'faults':
      return outcome.faults.map(({ pointer, words }) => `${pointer || 'The whole'}: ${words}`);
    case 'sent_differently_before':
      return [`${outcome.reference} came with the same client reference and other content`];
    case 'too_busy':
      return ['Too many files are being opened at the moment: run it again'];
  }
}
