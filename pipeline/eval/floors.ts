import { z } from 'zod';
import type { EvalReport } from './evaluate.js';

/** The least that each figure may be, by document name (or `total`) and figure (`claims.f1`). They only ever go up. */
export type Floors = Readonly<Record<string, Readonly<Record<string, number>>>>;

const floors = z.record(z.string(), z.record(z.string(), z.number().min(0).max(1)));

/** The floors of each gold folder, as `floors.json` has them. */
export function parseFloors(json: string): Readonly<Record<string, Floors>> {
  return z.record(z.string(), floors).parse(JSON.parse(json));
}

/** Figures of which less is better: their floor is a ceiling, and only ever goes down. */
const CEILINGS: ReadonlySet<string> = new Set(['claims.falseReports']);

/** A figure that is worse than it may be. */
export interface FloorFailure {
  readonly document: string;
  readonly figure: string;
  readonly floor: number;
  /** null where there is no such figure: a document that is missing, a layer that was not scored. */
  readonly found: number | null;
}

/** Every figure that is under its floor. A figure that is not there is under it. */
export function checkFloors(report: EvalReport, least: Floors): readonly FloorFailure[] {
  return Object.entries(least).flatMap(([document, figures]) => {
    const scores = document === 'total' ? report.total : report.documents.find(({ name }) => name === document);
    return Object.entries(figures).flatMap(([figure, floor]) => {
      const found = figureAt(scores, figure);
      const holds = found !== null && (CEILINGS.has(figure) ? found <= floor : found >= floor);
      return holds ? [] : [{ document, figure, floor, found }];
    });
  });
}

/** One line for a failure. */
export function floorText({ document, figure, floor, found }: FloorFailure): string {
  const worse = CEILINGS.has(figure) ? 'over its ceiling' : 'under its floor';
  return `${document}: ${figure} is ${found === null ? 'not there' : found.toFixed(3)}, ${worse} ${floor.toFixed(3)}`;
}

function figureAt(scores: object | undefined, path: string): number | null {
  let value: unknown = scores;
  for (const key of path.split('.'))
    value = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
  return typeof value === 'number' ? value : null;
}
