/** Stands in for the sentences of doors that a cell never speaks for: they would only make the file larger. */
export const chartsMessages = {};
export const deskMessages = {};
export const allocationsMessages = {};
export const cliMessages = {};
export const excelMessages = {};
export const flowMessages = {};
export const intakeMessages = {};
export const messagesInMessages = {};
export const paneMessages = {};
export const prognosisMessages = {};
export const reportMessages = {};
export const scenariosMessages = {};
export const workbookMessages = {};
export const anonymiseMessages = {};
export const outlookMessages = {};
export const waysMessages = {};
