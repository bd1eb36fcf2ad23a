import { pino, destination, type Logger } from 'pino';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A logger of JSON lines on stderr; facts are fields (`run`, `doc`, `stage`, `ms`), results never go through it. */
export function createLog(level: LogLevel): Logger {
  return pino({ level, base: null }, destination({ dest: 2, sync: true }));
}
