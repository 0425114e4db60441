import { load } from 'cheerio';

/** HTML as a browser reads it, without what makes no difference: white space and attribute order. */
export type Tree = string | { name: string; attributes: Record<string, string>; children: Tree[] };

interface Node {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: Node[];
}

export function treeOf(html: string): Tree[] {
  const root = load(html, null, false).root()[0] as unknown as Node;
  return children(root);
}

function children(node: Node): Tree[] {
  return (node.children ?? []).flatMap((child): Tree[] => {
    if (child.type === 'text') {
      const text = tidy(child.data ?? '');
      return text === '' ? [] : [text];
    }
    if (child.name === undefined) return [];
    const attributes = Object.entries(child.attribs ?? {})
      .map(([name, value]) => [name, tidy(value)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const words = attributes.map(([name, value]) => [
      name,
      name === 'class' ? sorted(value) : value,
    ]);
    return [{ name: child.name, attributes: Object.fromEntries(words), children: children(child) }];
  });
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function sorted(classes: string): string {
  return classes.split(' ').sort().join(' ');
}
