/**
 * How many different things each person came to in a day, in this process. It stops nobody: it says
 * once a day and person that there were more than usual work needs.
 */
export class DailyCount {
  private day = '';
  private readonly seen = new Map<string, Set<string> | 'told'>();

  constructor(public most: number) {}

  /** The count, the first time it is over the most of a day; else null. */
  count(person: string, things: Iterable<string>, day: string): number | null {
    if (day !== this.day) this.seen.clear();
    this.day = day;
    const known = this.seen.get(person) ?? new Set<string>();
    if (known === 'told') return null;
    for (const thing of things) known.add(thing);
    const isOver = known.size > this.most;
    this.seen.set(person, isOver ? 'told' : known);
    return isOver ? known.size : null;
  }
}
