/**
 * Makes pages quicker to use; none of them needs it. The class that hides what is not yet chosen
 * is set here, after the imports have loaded: when a script is missing, nothing is hidden.
 */
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll,
} from './govuk-frontend.js';
import { startBulkSelect } from './bulk-select.js';
import { startDrafts } from './drafts.js';
import { startPresence } from './presence.js';
import { followProgress } from './progress.js';
import { startRedaction } from './redact.js';
import { revealByRadios } from './reveal.js';
import { startSessionWarning } from './session-warning.js';
import { startShortcuts } from './shortcuts.js';
import { guardSubmits } from './submit-guard.js';
import { startViewers } from './viewer.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const Component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  ServiceNavigation,
  SkipLink,
  Tabs,
]) {
  createAll(Component);
}

for (const start of [
  revealByRadios,
  startViewers,
  startRedaction,
  guardSubmits,
  startSessionWarning,
  startPresence,
  startBulkSelect,
  followProgress,
  startDrafts,
  startShortcuts,
]) {
  try {
    start(document);
  } catch (error) {
    // One part failing must not take the others with it.
    console.error(error);
  }
}
