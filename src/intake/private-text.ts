export { looksLikeBsn, showable } from '../core';
