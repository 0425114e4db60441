import { ok, refuse, type Outcome } from './outcome.js';

/** One arrow: where the action leads, who may take it (anyone when left out), and why it exists. */
export interface Transition<S extends string = string, R extends string = string> {
  readonly to: S;
  readonly roles?: readonly R[];
  readonly because?: string;
}

/** State, then action, then transition. A state without actions is an end. */
export type TransitionTable<S extends string = string, R extends string = string> = Readonly<
  Record<S, Readonly<Record<string, Transition<S, R>>>>
>;

export type StateOf<T extends TransitionTable> = keyof T & string;
export type ActionOf<T extends TransitionTable> = {
  [S in keyof T]: keyof T[S] & string;
}[keyof T];

/**
 * Types the table: every `to` must be a state of it, and states and actions keep their names. To
 * hold it to a list of statuses and roles too, write `satisfies TransitionTable<Status, Role>`.
 */
export function defineTransitions<const T extends TransitionTable<keyof T & string>>(table: T): T {
  return table;
}

/** Whether the action leads anywhere from the state; with a role, whether that role may take it. */
export function canDo<T extends TransitionTable>(
  table: T,
  state: StateOf<T>,
  action: ActionOf<T>,
  role?: string,
): boolean {
  return nextState(table, state, action, role).ok;
}

/** The state the action leads to, or which guard refused. Without a role, roles are not looked at. */
export function nextState<T extends TransitionTable>(
  table: T,
  state: StateOf<T>,
  action: ActionOf<T>,
  role?: string,
): Outcome<{ to: StateOf<T> }, 'not_from_this_state' | 'not_for_this_role'> {
  const transition = transitionsFrom(table, state).get(action);
  if (!transition) return refuse('not_from_this_state');
  const isOpen = role === undefined || (transition.roles?.includes(role) ?? true);
  return isOpen ? ok({ to: transition.to as StateOf<T> }) : refuse('not_for_this_role');
}

/** The actions open in the state, in the order of the table: the buttons on the page. */
export function actionsFrom<T extends TransitionTable>(
  table: T,
  state: StateOf<T>,
  role?: string,
): ActionOf<T>[] {
  const actions = [...transitionsFrom(table, state).keys()] as ActionOf<T>[];
  return actions.filter((action) => canDo(table, state, action, role));
}

/** Every state of the table, in its order. */
export function statesOf<T extends TransitionTable>(table: T): StateOf<T>[] {
  return Object.keys(table) as StateOf<T>[];
}

/** The states that can be come to from `start`, itself included. */
export function reachableStates<T extends TransitionTable>(
  table: T,
  start: StateOf<T>,
): ReadonlySet<StateOf<T>> {
  const reached = new Set([start]);
  // A set hands out what is added while it is walked.
  for (const state of reached) {
    for (const { to } of transitionsFrom(table, state).values()) reached.add(to as StateOf<T>);
  }
  return reached;
}

/** The states nothing leads out of. */
export function finalStates<T extends TransitionTable>(table: T): StateOf<T>[] {
  return statesOf(table).filter((state) => transitionsFrom(table, state).size === 0);
}

/** The table as a Mermaid state diagram for `docs/states`; the first state is where it starts. */
export function toMermaid(table: TransitionTable, title: string): string {
  const states = statesOf(table);
  const lines = ['---', `title: ${JSON.stringify(title)}`, '---', 'stateDiagram-v2'];
  for (const state of states) lines.push(`  state "${label(state)}" as ${nodeId(state)}`);
  if (states[0] !== undefined) lines.push(`  [*] --> ${nodeId(states[0])}`);
  for (const state of states) {
    for (const [action, { to, roles }] of transitionsFrom(table, state)) {
      const who = roles ? ` (${roles.map(label).join(', ')})` : '';
      lines.push(`  ${nodeId(state)} --> ${nodeId(to)}: ${label(action)}${who}`);
    }
  }
  for (const state of finalStates(table)) lines.push(`  ${nodeId(state)} --> [*]`);
  return `${lines.join('\n')}\n`;
}

// A map of own entries: an action called `constructor` must not find what every object inherits.
function transitionsFrom(table: TransitionTable, state: string): Map<string, Transition> {
  return new Map(Object.entries(table[state] ?? {}));
}

function label(name: string): string {
  return name.replace(/[_-]+/g, ' ').replace(/[^A-Za-z0-9 ]/g, '');
}

function nodeId(state: string): string {
  return `s_${state.replace(/[^A-Za-z0-9]/g, '_')}`;
}
