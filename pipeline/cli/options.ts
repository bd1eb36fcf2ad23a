import { InvalidArgumentError } from 'commander';

/** A share from 0 to 1, as an option's value. */
export function share(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1)) throw new InvalidArgumentError('It takes a number from 0 to 1.');
  return number;
}

/** A whole number of at least 1, as an option's value. */
export function atLeastOne(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It takes a whole number of at least 1.');
  return number;
}
