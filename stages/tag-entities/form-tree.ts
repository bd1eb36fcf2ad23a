/** Forms as a tree of letters: tells in one step a letter whether some form goes on so. */
export interface FormTree {
  /** The place that the letters lead to from another place (`ROOT` at first); `NOWHERE` where no form goes on so. */
  readonly walk: (from: number, letters: string) => number;
  /** The number of the form that ends at a place, in the order in which they were given; `NOWHERE` where none does. */
  readonly formAt: (place: number) => number;
}

export const ROOT = 0;
export const NOWHERE = -1;

/** Slots of the table for each of its entries: half empty, so that searches end soon. */
const SPARE = 2;
const SPREAD_PLACE = 0x9e3779b1;
const SPREAD_LETTER = 0x85ebca6b;

/** Builds the tree: a hash table of (place, letter) in plain arrays, since a tree of objects takes ten times the room. */
export function toFormTree(forms: readonly string[]): FormTree {
  const most = forms.reduce((sum, form) => sum + form.length, 1);
  const bits = Math.ceil(Math.log2(most * SPARE));
  const [shift, mask] = [32 - bits, (1 << bits) - 1];
  const places = new Int32Array(1 << bits).fill(NOWHERE);
  const letters = new Uint16Array(1 << bits);
  const next = new Int32Array(1 << bits);
  const ends = new Int32Array(most).fill(NOWHERE);

  /** The slot of a letter after a place: taken, or free. */
  const slotOf = (place: number, letter: number): number => {
    let slot = (Math.imul(place, SPREAD_PLACE) ^ Math.imul(letter, SPREAD_LETTER)) >>> shift;
    while (places[slot] !== NOWHERE && (places[slot] !== place || letters[slot] !== letter)) slot = (slot + 1) & mask;
    return slot;
  };

  let count = 1;
  for (const [form, text] of forms.entries()) {
    let place = ROOT;
    for (let at = 0; at < text.length; at++) {
      const letter = text.charCodeAt(at);
      const slot = slotOf(place, letter);
      if (places[slot] === NOWHERE) {
        places[slot] = place;
        letters[slot] = letter;
        next[slot] = count++;
      }
      place = next[slot] ?? NOWHERE;
    }
    ends[place] = form;
  }

  return {
    walk: (from, text) => {
      let place = from;
      for (let at = 0; at < text.length; at++) {
        const slot = slotOf(place, text.charCodeAt(at));
        if (places[slot] === NOWHERE) return NOWHERE;
        place = next[slot] ?? NOWHERE;
      }
      return place;
    },
    formAt: (place) => ends[place] ?? NOWHERE,
  };
}
