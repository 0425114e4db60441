import { Module } from '@nestjs/common';
import { CheckLink } from './check-link.js';
import { FilesHost } from './files-host.js';
import { LinkRefusals } from './link-refusals.js';
import { OpenFileLink } from './open-file-link.js';

/** The second host: papers by signed links, and nothing else. */
@Module({ providers: [FilesHost, OpenFileLink, CheckLink, LinkRefusals] })
export class EvidenceFilesModule {}
