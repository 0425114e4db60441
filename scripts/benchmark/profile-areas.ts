/** A profile as V8 writes it: what was running, looked at every so many microseconds. */
export interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}

const WAITING = '(waiting)';
const ELSE = 'Node: sockets, promises';
const WEB = String.raw`\/dist\/src\/platform\/web\/`;

/**
 * Where code belongs, by its file, or by its name where it has none; the first that fits. What fits
 * nowhere, such as a function of Node, belongs where its caller does.
 */
const AREAS: readonly (readonly [string, RegExp])[] = [
  // Beginning a profile is no work of a page either.
  [WAITING, /^\(idle\)$|^node:inspector/],
  ['clearing memory', /^\(garbage collector\)$/],
  ['HTTP: read and sent', /^node:_http_/],
  ['views: Handlebars', new RegExp(`/(express-)?handlebars/|${WEB}views`)],
  ['page objects', new RegExp(`\\.presenter\\.|${WEB}(components|component-types|page-shell)`)],
  ['database: TypeORM', /\/node_modules\/typeorm\//],
  ['database: driver', /\/node_modules\/(mysql2|sql-escaper|lru\.min|denque)\//],
  ['database: ours', /\/platform\/database\/|\.(queries|store)\./],
  ['session and rights', /\/(express-session|csrf-sync|cookie|cookie-signature)\/|\/src\/staff\//],
  ['headers', new RegExp(`/helmet/|${WEB}security-headers`)],
  ['log', new RegExp(`/(pino|sonic-boom)/|${WEB}(access-log|log\\.)`)],
  ['Nest', /\/node_modules\/(@nestjs|rxjs|reflect-metadata|class-\w+)\//],
  ['Express', new RegExp(`/node_modules/|${WEB}`)],
  ['rules and the rest of ours', /\/dist\/src\//],
];

/** The shares of processor time by area; waiting is left out. */
export function sharesByArea({ nodes, samples, timeDeltas }: Profile): Map<string, number> {
  const areas = areasOf(nodes);
  const sums = new Map<string, number>();
  samples.forEach((node, index) => {
    const area = areas.get(node) ?? ELSE;
    if (area !== WAITING) sums.set(area, (sums.get(area) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const all = [...sums.values()].reduce((sum, each) => sum + each, 0);
  return new Map([...sums].map(([area, sum]) => [area, sum / all]));
}

function areasOf(nodes: Profile['nodes']): Map<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const areas = new Map<number, string>();
  const enter = (id: number, callersArea: string) => {
    const node = byId.get(id);
    if (!node) return;
    const { url, functionName } = node.callFrame;
    const area = AREAS.find(([, where]) => where.test(url || functionName))?.[0] ?? callersArea;
    areas.set(id, area);
    node.children?.forEach((child) => enter(child, area));
  };
  if (nodes[0]) enter(nodes[0].id, ELSE);
  return areas;
}
