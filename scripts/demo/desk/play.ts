import type { DemoCase, DemoStep } from '../plan/demo-case.js';
import { answerRequest } from './answer-request.js';
import type { DemoDesk } from './demo-desk.js';
import type { DemoStaff } from './demo-staff.js';
import { doStep } from './do-step.js';
import { firstBookedJob, runDueJobs } from './due-jobs.js';
import { atTheOffice } from './office-hours.js';
import type { Progress } from './progress.js';
import { findSent, hoursBefore, type Portal, sendApplication } from './send-application.js';
import { stableUuid } from './stable-id.js';

/** One thing that happened, at its instant: an application came, or somebody worked on it. */
interface Scene {
  at: Date;
  demo: DemoCase;
  /** Null: the application comes. */
  step: DemoStep | null;
  name: string;
}

export interface Stage {
  desk: DemoDesk;
  portal: Portal;
  staff: DemoStaff;
  progress: Progress;
  say: (text: string) => void;
}

/**
 * Plays what happened, oldest first, with our clock and the sandbox's set to each instant and the
 * worker's jobs run as they would have been: so a hold captured last week was captured last week.
 */
export async function play(stage: Stage, cases: readonly DemoCase[]): Promise<void> {
  const { desk, portal } = stage;
  const scenes = cases.flatMap((demo) => scenesOf(demo, portal));
  scenes.sort((one, other) => one.at.getTime() - other.at.getTime());
  try {
    for (const [index, scene] of scenes.entries()) {
      if (index % 40 === 0) stage.say(`${index} of ${scenes.length} events`);
      await runBookedJobs(desk, scene.at);
      if (!stage.progress.isDone(scene.name)) await playScene(stage, scene);
    }
    await runBookedJobs(desk, new Date());
    await setClocks(desk, new Date());
    await runDueJobs(desk, null);
  } finally {
    await desk.sandbox.moveClock(0);
  }
}

function scenesOf(demo: DemoCase, portal: Portal): Scene[] {
  const came = { at: hoursBefore(portal, demo.cameHoursAgo), demo, step: null };
  return [
    { ...came, name: `${demo.key} came` },
    ...demo.steps.map((step, index) => ({
      at: whenDone(step, portal),
      demo,
      step,
      name: `${demo.key} ${index} ${step.do}`,
    })),
  ];
}

/** The council works by day; residents at any time. */
function whenDone(step: DemoStep, portal: Portal): Date {
  const at = hoursBefore(portal, step.hoursAgo);
  return step.do === 'answer' ? at : atTheOffice(at, portal.loadedAt);
}

async function playScene({ desk, portal, staff, progress }: Stage, scene: Scene): Promise<void> {
  const { demo, step, name } = scene;
  await setClocks(desk, scene.at);
  if (!step) await sendApplication(desk, portal, demo);
  const application = await findSent(desk, portal, demo.key);
  if (!application) throw new Error(`${demo.key} never came.`);
  if (step?.do === 'answer') await answerRequest(desk, { demo, application, step });
  else if (step) {
    const formId = stableUuid(portal.clientId, name);
    await doStep(desk, { demo, step, application, officer: staff[step.by], formId });
  }
  await runDueJobs(desk, application.id);
  progress.markDone(name);
}

/** Reminders and deadlines that come before the next scene, each at its own instant. */
async function runBookedJobs(desk: DemoDesk, until: Date): Promise<void> {
  for (;;) {
    const job = await firstBookedJob(desk, until);
    if (!job) return;
    await setClocks(desk, job.dueAt);
    await desk.jobs.run(job.id);
    await runDueJobs(desk, job.applicationId);
  }
}

async function setClocks(desk: DemoDesk, at: Date): Promise<void> {
  desk.clock.set(at);
  await desk.sandbox.moveClock(at.getTime() - Date.now());
}
