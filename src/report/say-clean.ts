import type { Message, Place } from '../core';
import { say, sayPlace, type Language } from '../messages';

const NINE_DIGITS = /(?<!\d)\d{9}(?!\d)/g;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

function isServiceNumber(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}

/**
 * Blanks what passes for a citizen service number (nine digits that meet the eleven test), so that a
 * number quoted from a rejected line doesn't leave the machine in a report.
 * @example maskServiceNumbers('BSN 999900006 onbekend') // 'BSN ••••••••• onbekend'
 */
export function maskServiceNumbers(text: string): string {
  return text.replace(NINE_DIGITS, (digits) => (isServiceNumber(digits) ? '•'.repeat(9) : digits));
}

/** The sentence of a message, fit for a report. */
export const sayClean = (message: Message, language: Language): string =>
  maskServiceNumbers(say(message, language));

/** A place, fit for a report; file names stay as the user gave them. */
export const sayPlaceOrNothing = (place: Place | null, language: Language): string =>
  place === null ? '' : sayPlace(place, language);
