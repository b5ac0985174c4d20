/** Dutch comes first: it is what users see unless they ask for English. */
export type Language = 'nl' | 'en';

/**
 * Sentences by message code, in ICU message syntax. Both languages use the same facts; a test holds that.
 * Facts arrive as text already formatted for the language (amounts, dates, lists), or as plain numbers for
 * plural forms.
 */
export type Catalogue = Readonly<Record<string, Readonly<Record<Language, string>>>>;
