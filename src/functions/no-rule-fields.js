/** Stands in for the vocabulary of lists that no cell reads: it would only make the file larger. */
export const RULE_NUMBER_FIELDS = [];
export const RULE_WORDS = '';
