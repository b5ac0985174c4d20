export * from './values';
export * from './production/care-table';
export * from './tariffs/tariff-list';
export * from './ceilings/ceiling-entry';
export * from './prognosis/grid';
export * from './prognosis/layout';
export * from './prognosis';
