import { type LinkRefusal, LinkRefusals } from '../../../src/evidence-files/link-refusals.js';
import type { FileAnswer } from '../../support/files-host.js';
import {
  type Officer,
  type ReviewDesk,
  startReviewDesk,
  storedPaper,
} from '../review/review-desk.js';

const HINT = 'Go back to the case and open the paper again from there.';

/** Cases with papers whose files really lie in the store, and links to them. */
export async function startLinksBench() {
  const desk = await startReviewDesk();
  return {
    desk,
    aPaper: async (pages = 1) => {
      const files = await storedPaper(desk, pages);
      const built = await desk.addCase((a) => a.withPaper('utility_bill', files));
      return { ...built, files, paper: `${built.path}/evidence/1` };
    },
    linkOf,
    /** 404 with the hint, and counted for this reason. */
    expectRefused: (because: LinkRefusal, ask: () => Promise<FileAnswer>) =>
      expectRefused(desk, because, ask),
  };
}

export type LinksBench = Awaited<ReturnType<typeof startLinksBench>>;

/** The signed link that the pages' host sends this officer to. */
async function linkOf(address: string, as: Officer): Promise<string> {
  const { status, location } = await as.get(address);
  expect([address, status]).toEqual([address, 303]);
  return location ?? '';
}

async function expectRefused(
  desk: ReviewDesk,
  because: LinkRefusal,
  ask: () => Promise<FileAnswer>,
): Promise<void> {
  const count = () => desk.app.get(LinkRefusals).countOf(because);
  const before = count();
  const answer = await ask();
  expect([because, answer.status]).toEqual([because, 404]);
  expect(answer.text).toContain(HINT);
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect([because, count()]).toEqual([because, before + 1]);
}
