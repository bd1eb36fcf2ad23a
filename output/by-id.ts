/** The order in which graphs are written: by id, code unit by code unit, so that no machine's language settings play a part. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
