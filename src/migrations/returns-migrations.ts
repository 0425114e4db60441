import { SetFirstAnotherWayLetter1763640021040 } from './1763640021040-set-first-another-way-letter.js';
import { AddPaymentsNotFound1763640021050 } from './1763640021050-add-payments-not-found.js';
import { DropGroundOfReturns1763640021070 } from './1763640021070-drop-ground-of-returns.js';
import { MakeEvidenceFilesUnique1763640021020 } from './1763640021020-make-evidence-files-unique.js';
import { SetFirstStatusLinkDays1763640021080 } from './1763640021080-set-first-status-link-days.js';
import { TellHowMoneyWasReturned1763640021030 } from './1763640021030-tell-how-money-was-returned.js';
import { CreateDoubleReturns1763640021060 } from './1763640021060-create-double-returns.js';
import { TellEvidenceFromAttachments1763640021010 } from './1763640021010-tell-evidence-from-attachments.js';

/** What giving money back beside the card needed, in the order of their numbers; a part of the whole list. */
export const RETURNS_MIGRATIONS = [
  TellEvidenceFromAttachments1763640021010,
  MakeEvidenceFilesUnique1763640021020,
  TellHowMoneyWasReturned1763640021030,
  SetFirstAnotherWayLetter1763640021040,
  AddPaymentsNotFound1763640021050,
  CreateDoubleReturns1763640021060,
  DropGroundOfReturns1763640021070,
  SetFirstStatusLinkDays1763640021080,
];
