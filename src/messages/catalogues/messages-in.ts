import type { Catalogue } from '../catalogue';

export const messagesInMessages: Catalogue = {
  'messages-in.key-empty': {
    nl: 'De sleutel voor de pseudoniemen is leeg: verwacht een zin van minstens 12 tekens of 64 hexadecimale cijfers.',
    en: 'The key for the pseudonyms is empty: expected a sentence of at least 12 characters or 64 hexadecimal digits.',
  },
  'messages-in.key-too-short': {
    nl: 'De sleutel voor de pseudoniemen is korter dan 12 tekens en dus te raden: verwacht een zin van minstens 12 tekens of 64 hexadecimale cijfers.',
    en: 'The key for the pseudonyms is shorter than 12 characters, so it can be guessed: expected a sentence of at least 12 characters or 64 hexadecimal digits.',
  },
};
