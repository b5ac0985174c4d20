export { totalReach, totalWord, type TotalWord } from '../core';
