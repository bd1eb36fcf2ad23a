// "gpu" | "GPU", "fast.ai"
const FOLDED = /^[a-z0-9]+$/;
// the accent of "é" once it stands apart | "e"
const MARKS = /\p{M}+/gu;
// the space of "deep learning", the hyphen of "super-convergence" | the "+" of "C++"
const NOT_KEPT = /[^\p{L}\p{N}+#]+/gu;
// ".NET" | "fast.ai"
const LEADING_DOT = /^\.(?=\p{L})/u;

/**
 * The letters by which two ways of writing a name are one: case, accents, hyphens, dots and spaces do not count.
 *
 * @example fold('Fast.AI') // 'fastai'
 * @example fold('C++') // 'c++'
 */
export function fold(text: string): string {
  if (FOLDED.test(text)) return text;
  return text.replace(LEADING_DOT, 'dot').toLowerCase().normalize('NFD').replace(MARKS, '').replace(NOT_KEPT, '');
}

/**
 * The forms a folded name may have if it is a plural, likeliest first.
 *
 * @example singularsOf('gpus') // ['gpu']
 * @example singularsOf('policies') // ['policie', 'policy']
 */
export function singularsOf(key: string): readonly string[] {
  if (key.length < 3 || !key.endsWith('s') || key.endsWith('ss')) return [];
  const forms = [key.slice(0, -1)];
  if (key.endsWith('ies')) forms.push(`${key.slice(0, -3)}y`);
  else if (key.endsWith('es')) forms.push(key.slice(0, -2));
  return forms;
}
