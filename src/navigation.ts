import type { NavigationEntry } from './staff/navigation.js';

/** The links in the header, in their order. Each is shown to those who may follow it. */
export const navigation: readonly NavigationEntry[] = [
  { text: 'My work', href: '/my-work', permission: 'signed-in' },
  { text: 'Queue', href: '/queue', permission: 'see-queue' },
  { text: 'Teams', href: '/teams', permission: 'keep-teams' },
  { text: 'Administration', href: '/administration', permission: 'see-policy' },
  { text: 'Declared interests', href: '/declared-interests', permission: 'count-interests' },
];
