export { anonymiseAw319, fixedWidthCode, isAw319 } from './aw319';
export { ColumnSurvey, headerRowScore, isPrivate, namesNobody, type ColumnPlan } from './column-survey';
export { bsnIn, coverAlone, coverKnown, coverWith, type Cover } from './cover';
export { anonymiseCsv, type Anonymised } from './csv';
export type { AnonymiseChoices, AnonymisedFormat, AnonymiseReport, CoveredField, Remainder } from './report';
export { anonymiseXml } from './xml';
