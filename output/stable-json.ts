/** JSON as this project writes it: keys in the order in which the object was built, one space of indent, a final line break. */
export function toStableJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** One JSON object a line. */
export function toJsonLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
