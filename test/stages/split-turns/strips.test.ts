import { describe, expect, test } from '@jest/globals';
import { addProduct, roomFor, toStrips } from '../../../stages/split-turns/strips.js';

describe('a matrix in strips', () => {
  test.each([
    [1, 1],
    [3, 8],
    [5, 11],
    [7, 24],
  ])('of %d rows and %d columns adds what rows add one after the other', (rows, columns) => {
    const matrix = Float32Array.from({ length: rows * columns }, (_, index) => Math.sin(index + 1));
    const inputs = Float64Array.from({ length: rows }, (_, row) => Math.cos(row));
    const sums = roomFor(columns);
    const expected = new Float64Array(columns);
    for (let column = 0; column < columns; column++) sums[column] = expected[column] = column / 3;
    for (const [row, input] of inputs.entries())
      for (let column = 0; column < columns; column++)
        expected[column] = (expected[column] ?? 0) + input * (matrix[row * columns + column] ?? 0);
    addProduct(toStrips(matrix, columns), inputs, sums);
    expect([...sums].slice(0, columns)).toEqual([...expected]);
  });
});
