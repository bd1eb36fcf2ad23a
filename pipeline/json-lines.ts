// A string, a bracket, a comma, a colon, or anything else that stands alone: `"a \"b\""`, `{`, `12.5`.
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/gu;

/** What is open around a token: a list with the place of its current element, or an object with its current key. */
interface Open {
  readonly isList: boolean;
  at: string | number;
}

/** The 1-based line on which the value at a path of a valid JSON text begins; where it is not there, that of what lies around it. */
export function lineOfPath(text: string, path: readonly (string | number)[]): number {
  const open: Open[] = [];
  let best = { depth: -1, index: 0 };
  let isKey = false;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const inner = open.at(-1);
    if (token === '}' || token === ']') open.pop();
    else if (token === ',') {
      if (inner?.isList === true) inner.at = Number(inner.at) + 1;
      isKey = inner?.isList === false;
    } else if (token === ':') isKey = false;
    else if (isKey && inner !== undefined) inner.at = String(JSON.parse(token));
    else {
      const depth = open.length;
      if (depth > best.depth && depth <= path.length && open.every(({ at }, level) => at === path[level])) best = { depth, index };
      if (token === '{' || token === '[') open.push({ isList: token === '[', at: token === '[' ? 0 : '' });
      isKey = token === '{';
    }
  }
  return text.slice(0, best.index).split('\n').length;
}
