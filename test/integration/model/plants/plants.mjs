// @ts-check
/**
 * Faults to plant in a copy of the product, to see that the model of the case notices each (R12.4).
 * `spec`: another test than the model that must notice it.
 * @typedef {{ name: string, file: string, from: string, to: string, spec?: string }} Plant
 * @type {readonly Plant[]}
 */
export const PLANTS = [
  {
    name: 'a decision from an old page is taken',
    file: 'src/decisions/open-case.rules.ts',
    from: "if (seenVersion !== null && version !== seenVersion) return refuse('stale');",
    to: 'void [seenVersion, version];',
  },
  {
    name: 'places are counted before they are taken, and one more is given',
    file: 'src/property-slots/property-slots.store.ts',
    from: 'if (held.size >= wish.limit) return null;\n  for (let position = 1; position <= wish.limit;',
    to: 'for (let position = 1; position <= wish.limit + 1;',
  },
  {
    name: 'a letter is enqueued twice, as two letters',
    file: 'src/letters/write-letters.ts',
    from: 'for (const addressee of addressLetter(letter.contact))',
    to: 'for (const addressee of addressLetter(letter.contact).flatMap((to) => [to, to]))',
  },
  {
    name: 'a conditional write does not look at the rows it touched',
    file: 'src/evidence/virus-checks.store.ts',
    from: "virus_check = 'waiting'`,\n    [check, at, paperId],\n  );\n  return written === 1;",
    to: "virus_check = 'waiting'`,\n    [check, at, paperId],\n  );\n  return written >= 0;",
  },
  {
    name: 'whoever likes may decide a case that he does not hold',
    file: 'src/decisions/open-case.rules.ts',
    from: "if (action !== 'withdraw' && claimedBy !== officer.id) return refuse('not_yours');",
    to: 'void claimedBy;',
  },
  {
    name: 'the letter goes while its decision waits for a second look',
    file: 'src/letters/write-letters.ts',
    from: "state: isHeld ? 'held' : 'written',",
    to: "state: 'written',",
  },
  {
    name: 'a lease that has not run out is ignored',
    file: 'src/case-claims/claim.rules.ts',
    from: "if (!isLeaseOver(claimedUntil, now)) return refuse('held_by_another');",
    to: 'void isLeaseOver(claimedUntil, now);',
  },
  {
    name: 'a rejection does not free the place at the property',
    file: 'src/decisions/decision-effects.ts',
    from: "if (kind === 'release') await releaseSlots(tx, file.application.id);",
    to: "if (kind === 'release' && decision.outcome === 'withdrawn') await releaseSlots(tx, file.application.id);",
  },
  {
    name: 'the sealer passes over a kind of event',
    file: 'src/platform/audit-trail/seal-audit-trail.task.ts',
    from: 'rows.map((row) => sealContent(table, row, { key, at })),',
    to: "rows.filter((row) => !row.facts.includes('case-claimed')).map((row) => sealContent(table, row, { key, at })),",
  },
  {
    name: 'a case on hold is handed out as the next one',
    file: 'src/put-on-hold/put-on-hold.ts',
    from: 'onHoldUntil: wakesAt(wakeOn),',
    to: 'onHoldUntil: wakesAt(wakeOn) && null,',
  },
  {
    name: 'the money is told to go back again at each rejection',
    file: 'src/payments/payment-actions.rules.ts',
    from: "return kind === 'release' && !isOfAnother;",
    to: "return kind === 'release' && !isOfAnother && commands.length > 9;",
  },
  {
    name: 'the same form sent again decides again',
    file: 'src/case-notes/write-note.ts',
    from: 'const before = await findNoteByForm(tx, formId);',
    to: "const before = await findNoteByForm(tx, formId + '');\n      if (before) throw new Error('sent before');",
  },
  {
    name: 'a job forgets that its answer may have been lost',
    file: 'src/notifications/hand-over-letter.ts',
    from: "if (letter.state === 'unknown') return await this.lookFirst(letter);",
    to: "if (letter.state === 'unknown') return await this.send(letter);",
  },
  {
    name: 'who asks for a refund exception signs it himself',
    file: 'src/exception-desk/answer-exception.rules.ts',
    from: "if (exception.requestedBy === by.id) return refuse('own_request');",
    to: 'void exception.requestedBy;',
  },
  {
    name: 'what others have asked for already is asked for again',
    file: 'src/exception-desk/request-exception.ts',
    from: 'returnablePence: returnablePence(payment, waiting),',
    to: 'returnablePence: returnablePence(payment, waiting * 0),',
  },
  {
    name: 'a list of rejections takes the case that a colleague is at work on',
    file: 'src/bulk-rejection/bulk-rejection.rules.ts',
    from: "if (status === 'in_review' && !isTheirs && !isLeaseOver(claimedUntil, now)) {",
    to: "if (status === 'in_review' && !isTheirs && isLeaseOver(now, now) && version < 0) {",
  },
];
