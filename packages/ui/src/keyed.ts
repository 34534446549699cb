/**
 * Each item with a key that no other item of the list has: what it is called by and, from the second of that name on,
 * which of them it is. One clause may speak several times, of several people.
 */
export function keyed<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly { readonly key: string; readonly item: Item }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { key: nth === 1 ? name : `${name} ${nth}`, item };
  });
}
