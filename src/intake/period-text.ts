export { PERIOD_WORDS, readDay, readPeriod, type PeriodReading } from '../core';
